package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.compare.Price;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.Variant;
import dev.foreshock.scenarios.internal.layer.ScenarioHead.VariantForm;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Layer;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variants of a file: each a set of changes, or a list of other variants. */
public final class Variants {

    /** What compare calls the scenario as it is, and all variants together. */
    private static final List<String> RESERVED = List.of("as it happened", "all together");

    /** Each is read to find its mistakes. */
    private static final int MOST = 100;

    private final Map<String, List<Patch>> changes = new LinkedHashMap<>();
    private final Map<String, List<TextNode>> groups = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Variant> declared = new LinkedHashMap<>();
    private final Catalog catalog;
    private final Report report;

    private Variants(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    /** Reads the section; {@code section} is null where a file has none. */
    public static Variants read(@Nullable Node section, Catalog catalog, Report report) {
        Variants variants = new Variants(catalog, report);
        if (section instanceof MapNode map) {
            List<MapNode.Entry> entries = map.entries().stream()
                    .filter(entry -> !entry.key().text().startsWith("x-")
                            && !entry.value().isNull())
                    .toList();
            if (entries.size() > MOST) {
                report.add(
                        Code.LIMIT,
                        entries.get(MOST).key().site().place(),
                        "a file must have at most " + MOST + " variants, but has " + entries.size(),
                        "keep some in overlays");
            }
            (entries.size() > MOST ? List.<MapNode.Entry>of() : entries).forEach(variants::variant);
            variants.checkGroups();
        } else if (section != null) {
            report.add(
                    Code.SHAPE,
                    section.site().place(),
                    "'variants' must be a map from names to changes, but was " + section.shape(),
                    "");
        }
        return variants;
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    /** Returns the variants, in the order of the file. */
    public List<Variant> all() {
        return List.copyOf(declared.values());
    }

    private void variant(MapNode.Entry entry) {
        String name = entry.key().text();
        names.add(name);
        if (RESERVED.contains(name) || name.contains(" + ")) {
            report.add(
                    Code.NAME,
                    entry.key().site().place(),
                    "a variant must have a name that compare does not give to sets, but was "
                            + entry.key().shape(),
                    "call it otherwise, without ' + '");
        }
        if (entry.value() instanceof ListNode list) {
            List<TextNode> members = new ArrayList<>();
            for (Node item : list.items()) {
                if (item instanceof TextNode text) {
                    members.add(text);
                } else {
                    report.add(
                            Code.SHAPE,
                            item.site().place(),
                            "'" + name + "' must be a list of other variants, but has " + item.shape(),
                            "");
                }
            }
            groups.put(name, members);
            changesNothing(list.items().isEmpty(), entry.key());
            declared.put(
                    name,
                    new Variant(
                            name, "", members.stream().map(TextNode::text).toList(), Price.NONE, List.of(), List.of()));
        } else if (entry.value() instanceof MapNode map) {
            changes.put(name, changes(entry, map));
        } else {
            report.add(
                    Code.SHAPE,
                    entry.value().site().place(),
                    "'" + name + "' must be a map with 'set' or a list of other variants, but was "
                            + entry.value().shape(),
                    "");
        }
    }

    private List<Patch> changes(MapNode.Entry variant, MapNode map) {
        String subject = "'" + variant.key().text() + "'";
        Layer layer = new Layer(Layer.Kind.VARIANT, variant.key().text());
        MapNode known = Header.known(map, Sections.keys(VariantForm.class), subject, report);
        declare(variant.key().text(), known.without("set"));
        Node set = known.value("set");
        if (!(set instanceof MapNode patches)) {
            report.add(
                    set == null ? Code.MISSING_SETTING : Code.SHAPE,
                    (set == null ? variant.key() : set).site().place(),
                    subject + " must have 'set', a map from paths to values",
                    "such as set: { web.replicas: 4 }");
            return List.of();
        }
        changesNothing(patches.names().stream().allMatch(name -> name.startsWith("x-")), variant.key());
        return patches.entries().stream()
                .filter(entry -> !entry.key().text().startsWith("x-"))
                .map(entry -> new Patch(entry.key(), Relayer.in(layer, entry.value())))
                .toList();
    }

    private void changesNothing(boolean isEmpty, TextNode name) {
        if (isEmpty) {
            report.addOfVariant(
                    name.text(),
                    Code.VARIANT_EMPTY,
                    name.site().place(),
                    "the variant '" + name.text() + "' changes nothing",
                    "such as set: { web.replicas: 4 }, or take it out");
        }
    }

    /** Returns why variants cannot be taken together: two of them set one thing to different values. Null if none do. */
    public @Nullable String conflict(List<String> members) {
        Opposites opposites = new Opposites();
        String reason = null;
        for (String member : members) {
            for (Patch patch : chosen(List.of(member))) {
                String found = opposites.add(member, patch);
                reason = reason == null ? found : reason;
            }
        }
        return reason;
    }

    private void declare(String name, MapNode terms) {
        VariantForm form = new DescriptionReader(catalog).read(terms, VariantForm.class, "variants." + name, report);
        if (form != null) {
            Price price = new Price(List.copyOf(form.costs().values()));
            declared.put(name, new Variant(name, form.about(), List.of(), price, form.reliesOn(), List.of()));
        }
    }

    private void checkGroups() {
        for (Map.Entry<String, List<TextNode>> group : groups.entrySet()) {
            for (TextNode member : group.getValue()) {
                if (!names.contains(member.text())) {
                    unknown(member.text(), member.site().place());
                }
            }
            TextNode back = wayBack(group.getKey(), group.getKey(), new TreeSet<>());
            if (back != null) {
                report.add(
                        Code.VARIANT_CYCLE,
                        back.site().place(),
                        "'" + group.getKey() + "' must not contain itself, but does by way of '" + back.text() + "'",
                        "");
            }
        }
    }

    /** Returns the member of {@code from} that leads to {@code start}, or null if none does. */
    private @Nullable TextNode wayBack(String start, String from, Set<String> seen) {
        for (TextNode member : groups.getOrDefault(from, List.of())) {
            boolean again = !seen.add(member.text());
            if (member.text().equals(start) || (!again && wayBack(start, member.text(), seen) != null)) {
                return member;
            }
        }
        return null;
    }

    private void unknown(String name, Place place) {
        report.add(
                Code.UNKNOWN_VARIANT,
                place,
                "'" + name + "' is not a variant of this scenario",
                isChange(name) ? change(name) : Spelling.hint(name, "variants", names));
    }

    /** Tells whether a name looks like a path with a value. */
    private static boolean isChange(String name) {
        return name.matches("\\S{1,200}\\.\\S{1,200}\\s+\\S.{0,200}");
    }

    private static String change(String text) {
        String[] words = text.split("\\s+", 2);
        return "a list names other variants; settings are changed by { set: { " + words[0] + ": " + words[1] + " } }";
    }

    /** Returns the changes of variants chosen from outside, in their order. */
    public List<Patch> chosen(List<String> wanted) {
        List<Patch> patches = new ArrayList<>();
        for (String name : wanted) {
            if (names.contains(name)) {
                collect(name, patches, new TreeSet<>());
            } else {
                unknown(name, new Place("--variant", 1, 1, Math.max(1, name.codePointCount(0, name.length())), name));
            }
        }
        return patches;
    }

    /** Returns the variants that take part where {@code wanted} are chosen: those, and the members of groups among them. */
    public Set<String> used(List<String> wanted) {
        Set<String> used = new TreeSet<>();
        wanted.forEach(name -> collect(name, new ArrayList<>(), used));
        return used;
    }

    /** Returns the changes of one variant. */
    public List<Patch> changes(String name) {
        return chosen(List.of(name));
    }

    private void collect(String name, List<Patch> patches, Set<String> seen) {
        if (seen.add(name)) {
            patches.addAll(changes.getOrDefault(name, List.of()));
            groups.getOrDefault(name, List.of()).forEach(member -> collect(member.text(), patches, seen));
        }
    }
}
