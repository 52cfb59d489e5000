package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.Source;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.DiskFile;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads one scenario: its file and the file of its system become one tree, changes are applied to it, and it is read. */
public final class Loading {

    private final Catalog catalog;
    private final List<String> variants;
    private final List<String> sets;
    private final Report report = new Report();
    private final DescriptionReader reader;

    public Loading(Catalog catalog, List<String> variants, List<String> sets) {
        this.catalog = catalog;
        this.variants = variants;
        this.sets = sets;
        this.reader = new DescriptionReader(catalog);
    }

    public LoadResult load(Source source) {
        Location location = locate(source);
        MapNode file = location == null ? null : Files.read(location, null, report);
        if (location == null || file == null || !isScenario(file)) {
            return result(null, List.of());
        }
        MapNode known = Header.known(file, Header.keys(ScenarioHead.class, Scenario.class), "a scenario", report);
        Variants declared = Variants.read(known.value("variants"), report);
        MapNode tree = new Systems(catalog, report).assemble(known);
        if (tree == null) {
            readWithoutSystem(known);
            return result(null, declared.names());
        }
        Scenario scenario = read(tree, declared, location);
        return result(report.hasErrors() ? null : scenario, declared.names());
    }

    private LoadResult result(@Nullable Scenario scenario, List<String> names) {
        return new LoadResult(scenario, report.sorted(), names, !variants.isEmpty() || !sets.isEmpty());
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

    private boolean isScenario(MapNode file) {
        if (!Header.check(file, report)) {
            return false;
        }
        if (file.entry("scenario") == null && file.value("system") instanceof TextNode name) {
            report.add(
                    Code.DOCUMENT,
                    name.site().place(),
                    "a scenario is needed here, but this is a system",
                    "write a scenario with system: { from: ... } that names this file");
            return false;
        }
        return true;
    }

    private @Nullable Scenario read(MapNode tree, Variants declared, Location location) {
        List<Patch> patches = new ArrayList<>(declared.chosen(variants));
        patches.addAll(Sets.read(sets, location, report));
        Scenario scenario = read(new Patcher(catalog, report).apply(tree, patches), report);
        if (scenario != null && patches.isEmpty()) {
            declared.names().forEach(name -> checkVariant(tree, declared.changes(name)));
        }
        return scenario;
    }

    /** Finds the mistakes that can be found while the system is missing. */
    private void readWithoutSystem(MapNode known) {
        Report own = new Report();
        read(Systems.withoutAny(known), own);
        report.addAll(own, Loading::saysNothingOfTheSystem);
    }

    private static boolean saysNothingOfTheSystem(Diagnostic found) {
        return switch (found.code()) {
            case DANGLING, CONFLICT, CYCLE, UNJUDGEABLE -> false;
            default -> true;
        };
    }

    private @Nullable Scenario read(MapNode tree, Report into) {
        return reader.read(tree, Scenario.class, "the scenario", into);
    }

    /** Finds mistakes in variants that nobody chose yet. */
    private void checkVariant(MapNode tree, List<Patch> patches) {
        Report own = new Report();
        MapNode patched = new Patcher(catalog, own).apply(tree, patches);
        if (!own.hasErrors()) {
            read(patched, own);
        }
        report.addAll(own);
    }
}
