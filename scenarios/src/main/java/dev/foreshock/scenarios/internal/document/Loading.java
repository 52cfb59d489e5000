package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.compare.Comparing;
import dev.foreshock.engine.compare.Ranking;
import dev.foreshock.engine.compare.SettingChange;
import dev.foreshock.engine.describe.Printable;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.scenarios.Changes;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.LoadedField;
import dev.foreshock.scenarios.LoadedOverlay;
import dev.foreshock.scenarios.LoadedTarget;
import dev.foreshock.scenarios.MeasuredOn;
import dev.foreshock.scenarios.Outline;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.Severity;
import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.Source;
import dev.foreshock.scenarios.Variant;
import dev.foreshock.scenarios.internal.layer.Assembled;
import dev.foreshock.scenarios.internal.layer.Assembly;
import dev.foreshock.scenarios.internal.layer.CompareForm;
import dev.foreshock.scenarios.internal.layer.Document;
import dev.foreshock.scenarios.internal.layer.Documents;
import dev.foreshock.scenarios.internal.layer.Header;
import dev.foreshock.scenarios.internal.layer.Patch;
import dev.foreshock.scenarios.internal.layer.Sections;
import dev.foreshock.scenarios.internal.layer.Sets;
import dev.foreshock.scenarios.internal.layer.TargetHead;
import dev.foreshock.scenarios.internal.layer.Variants;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.read.Knobs;
import dev.foreshock.scenarios.internal.read.Oddities;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.show.Alterations;
import dev.foreshock.scenarios.internal.show.Effective;
import dev.foreshock.scenarios.internal.show.Scribe;
import dev.foreshock.scenarios.internal.source.DiskFile;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Loads one file: its layers become one tree, and the tree is read. Used once. */
public final class Loading {

    private final Catalog catalog;
    private final Changes changes;
    private final Report report = new Report();
    private final DescriptionReader reader;
    private final Oddities oddities = new Oddities();
    private final Documents documents;
    private final Assembly assembly;
    private Knobs knobs = Knobs.of(null);
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Document opened;
    private @Nullable Assembled assembled;
    private @Nullable Family family;
    private @Nullable TargetSpec target;
    private @Nullable String name;
    private Set<String> used = Set.of();
    private @Nullable Scenario unchanged;
    private Outline outline = Outline.NONE;

    public Loading(Catalog catalog, Changes changes) {
        this.catalog = catalog;
        this.changes = changes;
        this.reader = new DescriptionReader(catalog);
        this.documents = new Documents(catalog, report);
        this.assembly = new Assembly(catalog, documents, report);
    }

    public LoadResult load(Source source) {
        Location location = locate(source);
        Document document = location == null ? null : documents.open(location, null);
        if (location == null || document == null) {
            return result(null, DocumentKind.SCENARIO, List.of());
        }
        opened = document;
        String title = document.kind().name().toLowerCase(Locale.ROOT);
        name = Header.text(document.tree(), title);
        if (name != null && !Printable.isPrintable(name) && document.tree().value(title) instanceof TextNode text) {
            report.add(
                    Code.NAME,
                    text.site().place(),
                    "the name of " + Spelling.withArticle(title)
                            + " must be made of characters that can be shown, but was " + text.shape(),
                    "leave out line breaks and control characters");
        }
        return switch (document.kind()) {
            case SCENARIO -> scenario(document, location);
            case SYSTEM -> system(document);
            case OVERLAY -> overlay(document);
            case TARGET -> target(document);
        };
    }

    /** Loads a file and returns it as one, with every setting that counts. */
    public Shown show(Source source) {
        LoadResult loaded = load(source);
        MapNode root = shown(loaded.kind());
        return new Shown(
                root == null ? List.of() : Effective.of(root, loaded.kind(), catalog, knobs, changes.variants()),
                loaded.diagnostics());
    }

    private @Nullable MapNode shown(DocumentKind kind) {
        Document given = opened;
        Assembled tree = assembled;
        if (given == null || kind == DocumentKind.OVERLAY) {
            return null;
        } else if (kind == DocumentKind.TARGET) {
            return given.tree();
        }
        MapNode root = tree == null ? null : tree.effective();
        return root == null || kind == DocumentKind.SCENARIO ? root : SystemAlone.asSystem(given.tree(), root);
    }

    /**
     * Loads a scenario with everything that may be compared with it.
     *
     * @param pairs whether every pair of variants takes part too
     */
    public LoadedField field(Source source, boolean pairs) {
        LoadResult loaded = load(source);
        Family all = family;
        if (loaded.scenario() == null || all == null) {
            return new LoadedField(loaded, null, Map.of(), List.of(), CompareForm.USUAL.holds(), null, Ranking.NONE);
        }
        CompareForm terms = all.terms();
        List<Variant> others = all.variants().all().stream()
                .filter(variant -> !changes.variants().contains(variant.name()))
                .map(variant -> variant.changing(alterations(all, variant)))
                .toList();
        FileField field = new FileField(
                Contenders.of(others, pairs),
                terms.show(),
                (variants, sets, into, knobs) -> member(all, variants, sets, into, knobs),
                all.variants()::conflict);
        return new LoadedField(
                loaded, field, field.impossible(), others, terms.holds(), terms.draws(), terms.ranking());
    }

    /** Returns what a variant changes of the scenario as it was loaded; nothing of a group, whose members say it. */
    private List<SettingChange> alterations(Family all, Variant variant) {
        return variant.isGroup()
                ? List.of()
                : Alterations.between(values(all, List.of()), values(all, List.of(variant.name())));
    }

    private Map<String, Scribe.Value> values(Family all, List<String> variants) {
        Assembled tree = assembly.finished(all.root(), patches(all, variants, List.of(), new Report()), new Report());
        return Effective.values(tree.effective(), catalog, Knobs.of(tree.knobs()));
    }

    private List<Patch> patches(Family all, List<String> variants, List<String> sets, Report into) {
        List<Patch> patches = new ArrayList<>(all.variants().chosen(changes.variants()));
        patches.addAll(all.variants().chosen(variants));
        patches.addAll(Sets.read(changes.sets(), all.location(), into));
        patches.addAll(Sets.read(sets, all.location(), into));
        return patches;
    }

    /** Puts one member of a family together. The readers are not thread-safe, so one at a time. */
    private @Nullable Scenario member(
            Family all, List<String> variants, List<String> sets, Report into, List<Knob> met) {
        reading.lock();
        try {
            Assembled tree = assembly.finished(all.root(), patches(all, variants, sets, into), into);
            Knobs own = Knobs.of(tree.knobs());
            Scenario scenario = reader.sound(tree.shaped(), own, into);
            met.addAll(own.met());
            return scenario;
        } finally {
            reading.unlock();
        }
    }

    /** What all members of a family have in common. */
    private record Family(MapNode root, Variants variants, Location location, CompareForm terms) {}

    private LoadResult result(@Nullable Scenario scenario, DocumentKind kind, List<String> variants) {
        return new LoadResult(
                report.hasErrors() ? null : scenario,
                report.sorted().stream()
                        .map(found -> used.contains(found.variant()) ? found.ofVariant("") : found)
                        .toList(),
                variants,
                knobs.met(),
                kind,
                name,
                !changes.isEmpty(),
                unchanged,
                outline);
    }

    private @Nullable Location locate(Source source) {
        if (source instanceof Source.InFile file) {
            return new DiskFile(file.path());
        }
        String name = ((Source.InLibrary) source).name();
        if (LibraryIndex.names().contains(name)) {
            return LibraryIndex.file(name);
        }
        report.add(
                Code.UNKNOWN_SCENARIO,
                Place.whole(name),
                "'" + name + "' is not a scenario of the library",
                Spelling.hint(name, "scenarios", LibraryIndex.names()) + "; a file's name ends in .yaml");
        return null;
    }

    // --- scenarios

    private LoadResult scenario(Document document, Location location) {
        Document whole = document;
        for (Path path : changes.overlays()) {
            Document overlay = documents.open(new DiskFile(path), null);
            if (overlay != null && overlay.kind() == DocumentKind.OVERLAY) {
                new MeasuredSection(reader, report).read(overlay);
                whole = assembly.overlaid(whole, overlay);
            } else if (overlay != null) {
                report.add(
                        Code.DOCUMENT,
                        Place.whole(path.toString()),
                        "--overlay must name an overlay, but " + path + " is none",
                        "an overlay begins with overlay: NAME in place of scenario: NAME");
            }
        }
        Variants declared = Variants.read(whole.tree().value("variants"), catalog, report);
        used = declared.used(changes.variants());
        Assembly.Joined joined = assembly.joined(whole);
        MapNode root = joined.root();
        if (!joined.isWhole()) {
            readInPart(root);
            return result(null, DocumentKind.SCENARIO, declared.names());
        }
        List<Patch> patches = new ArrayList<>(declared.chosen(changes.variants()));
        patches.addAll(Sets.read(changes.sets(), location, report));
        Scenario scenario = read(root, patches, report);
        if (scenario != null && !patches.isEmpty()) {
            Assembled asWritten = assembly.finished(root, List.of(), new Report());
            unchanged = reader.sound(asWritten.shaped(), Knobs.of(asWritten.knobs()), new Report());
        }
        if (scenario != null && patches.isEmpty()) {
            declared.names().forEach(name -> checkVariant(scenario, root, name, declared.changes(name)));
            unusedKnobs();
        }
        if (scenario != null) {
            reader.checkUnused(knobs, report);
        }
        Assembled tree = assembled;
        if (tree != null) {
            outline = Outlines.of(tree, whole.tree().value("variants"), knobs.met());
        }
        family = new Family(
                root, declared, location, CompareTerms.read(assembled, declared.all(), scenario, catalog, report));
        return result(scenario, DocumentKind.SCENARIO, declared.names());
    }

    private @Nullable Scenario read(MapNode root, List<Patch> patches, Report into) {
        Report own = new Report();
        Assembled tree = assembly.finished(root, patches, own);
        assembled = tree;
        knobs = knobs.changed(tree.knobs());
        Report found = new Report();
        Scenario scenario = reader.scenario(tree.shaped(), "", knobs, oddities, found);
        boolean isBroken = own.hasErrors();
        into.addAll(own);
        into.addAll(found, finding -> !isBroken || !maySayNothing(finding));
        return scenario;
    }

    /** Tells whether a finding may be about what a class that could not be had would have said. */
    private static boolean maySayNothing(Diagnostic found) {
        return switch (found.code()) {
            case MISSING_KIND, MISSING_SETTING -> true;
            default -> false;
        };
    }

    /** Finds the mistakes that can be found while a part of the system is missing. */
    private void readInPart(MapNode root) {
        Report own = new Report();
        read(root, List.of(), own);
        report.addAll(own, Loading::saysNothingOfTheSystem);
    }

    private static boolean saysNothingOfTheSystem(Diagnostic found) {
        return switch (found.code()) {
            case DANGLING, CONFLICT, CYCLE, UNJUDGEABLE, SELECTOR, UNUSED, MISSING_KIND, MISSING_SETTING -> false;
            default -> true;
        };
    }

    /** Finds mistakes in variants that nobody chose yet, and what they make odd that was not. */
    private void checkVariant(Scenario unchanged, MapNode root, String name, List<Patch> patches) {
        Report own = new Report();
        Assembled tree = assembly.finished(root, patches, own);
        boolean isBroken = own.hasErrors();
        Report found = new Report();
        Scenario changed = reader.scenario(tree.shaped(), name, knobs.changed(tree.knobs()), oddities, found);
        report.addAll(own);
        if (changed != null && !Comparing.isSameYardstick(unchanged, changed)) {
            Yardstick.report(name, patches, report);
        }
        // A change that leads nowhere must not hide what is wrong with the others.
        Report named = new Report();
        found.sorted().forEach(finding -> named.add(ofVariant(name, finding)));
        report.addAll(named, finding -> !isBroken || !maySayNothing(finding));
    }

    /** The scenario as it is was sound, so a mistake is the variant's, wherever it shows. */
    private static Diagnostic ofVariant(String name, Diagnostic found) {
        return found.severity() == Severity.WARNING
                ? found.ofVariant(name)
                : new Diagnostic(
                        found.code(),
                        "in variant '" + name + "', " + found.message(),
                        found.place(),
                        found.help(),
                        found.notes(),
                        found.replacement(),
                        name);
    }

    private void unusedKnobs() {
        MapNode section = assembled == null ? null : assembled.knobs();
        for (String name : knobs.unused()) {
            MapNode.Entry entry = section == null ? null : section.entry(name);
            if (entry != null) {
                report.add(
                        Code.UNUSED,
                        entry.key().site().place(),
                        "the knob '" + name + "' is used by nothing",
                        "write $" + name + " where its value is needed, or take it out");
            }
        }
    }

    // --- other documents

    private LoadResult system(Document document) {
        Assembly.Joined joined = assembly.joinedSystem(document);
        MapNode root = SystemAlone.asScenario(joined.root());
        if (joined.isWhole()) {
            read(root, List.of(), report);
            unusedKnobs();
            reader.checkUnused(knobs, report);
        } else {
            readInPart(root);
        }
        return result(null, DocumentKind.SYSTEM, List.of());
    }

    private LoadResult overlay(Document document) {
        report.add(
                Code.DOCUMENT,
                Place.whole(document.location().shown()),
                "an overlay must be checked with the scenario that it changes",
                "foreshock check SCENARIO --overlay " + document.location().shown());
        return result(null, DocumentKind.OVERLAY, List.of());
    }

    /** Looks into an overlay without the scenario that it changes: what it changes is not read. */
    public LoadedOverlay overlay(Path path) {
        Document document = documents.open(new DiskFile(path), null);
        MeasuredOn measured = document != null && document.kind() == DocumentKind.OVERLAY
                ? new MeasuredSection(reader, report).read(document)
                : null;
        return new LoadedOverlay(
                document == null ? null : document.kind(), report.hasErrors() ? null : measured, report.sorted());
    }

    private LoadResult target(Document document) {
        MapNode sections = document.tree();
        for (String key : Sections.keys(TargetHead.class)) {
            sections = sections.without(key);
        }
        target = reader.read(sections, TargetSpec.class, "the target", report);
        return result(null, DocumentKind.TARGET, List.of());
    }

    /** Loads a target. */
    public LoadedTarget target(Source source) {
        LoadResult loaded = load(source);
        if (loaded.kind() != DocumentKind.TARGET && loaded.isSound()) {
            report.add(
                    Code.DOCUMENT,
                    Place.whole(source.toString()),
                    "a target is needed here, but this is "
                            + Spelling.withArticle(loaded.kind().name().toLowerCase(Locale.ROOT)),
                    "a target begins with target: NAME");
        }
        return new LoadedTarget(report.hasErrors() ? null : target, loaded.name(), report.sorted());
    }
}
