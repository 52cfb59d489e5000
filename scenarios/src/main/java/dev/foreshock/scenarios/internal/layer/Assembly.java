package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.read.Knobs;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Layer;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one tree of the layers of a scenario: documents and imports once, then classes and changes for each set of changes. */
public final class Assembly {

    private final Catalog catalog;
    private final Documents documents;
    private final Report report;
    private final Absent absent = new Absent();

    public Assembly(Catalog catalog, Documents documents, Report report) {
        this.catalog = catalog;
        this.documents = documents;
        this.report = report;
    }

    /** Returns the sections of {@code scenario} changed by {@code overlay}. */
    public Document overlaid(Document scenario, Document overlay) {
        String name = String.valueOf(Header.text(overlay.tree(), "overlay"));
        MapNode rest = overlay.tree().without("overlay").without("measured");
        MapNode changes = (MapNode) Relayer.in(new Layer(Layer.Kind.OVERLAY, name), rest);
        MapNode tree = documents.over(scenario.tree(), absent.held(scenario.tree(), changes));
        return new Document(scenario.kind(), tree, scenario.location());
    }

    /**
     * The sections of a document with everything that it takes from others.
     *
     * @param root the sections
     * @param isWhole whether everything could be had
     */
    public record Joined(MapNode root, boolean isWhole) {}

    /** Returns the sections of a scenario with its system and everything that is imported. */
    public Joined joined(Document scenario) {
        Systems systems = new Systems(catalog, documents, report);
        MapNode root = systems.below(scenario);
        Imports imports = new Imports(catalog, documents, new Quota(report), report);
        MapNode whole = imports.expand(new Document(scenario.kind(), root, scenario.location()));
        boolean isWhole = systems.isWhole() && imports.isWhole();
        return new Joined(Reserved.without(isWhole ? absent.takenAway(whole, report) : whole, report), isWhole);
    }

    /** Returns the sections of a system with everything that it imports. */
    public Joined joinedSystem(Document system) {
        Imports imports = new Imports(catalog, documents, new Quota(report), report);
        return new Joined(withStandIns(imports.expand(system)), imports.isWhole());
    }

    /** What a system needs is whoever imports it to have; to check the system alone, something stands in. */
    private static MapNode withStandIns(MapNode root) {
        if (root.value("components") != null && !(root.value("components") instanceof MapNode)) {
            return root;
        }
        MapNode components = root.value("components") instanceof MapNode map ? map : MapNode.empty(root.site());
        Node needs = root.value("needs");
        List<Node> items = needs instanceof ListNode list ? list.items() : needs == null ? List.of() : List.of(needs);
        for (Node item : items) {
            if (item instanceof TextNode name && components.entry(name.text()) == null) {
                components = components.with(name, StandIn.component(name.site()));
            }
        }
        MapNode.Entry entry = root.entry("components");
        return root.with(entry == null ? new TextNode(root.site(), "components", true, 0) : entry.key(), components);
    }

    /** Returns the tree that {@code root}, changed by {@code patches}, is: every setting once, and no names of layers. */
    public Assembled finished(MapNode root, List<Patch> patches, Report into) {
        List<Patch> early = new ArrayList<>();
        List<Patch> late = new ArrayList<>();
        patches.forEach(patch -> (isEarly(patch, root) ? early : late).add(patch));
        Patcher patcher = new Patcher(catalog, into);
        MapNode changed = patcher.apply(root, early);
        MapNode alike = new Classes(catalog, new Quota(into), into).expand(changed);
        MapNode effective = patcher.apply(alike, late);
        Selves.Taken taken = Selves.out(WrittenOut.of(effective, into), into);
        return new Assembled(effective, shaped(taken), knobs(effective, into));
    }

    /** Tells whether a change is of something that others are made of. */
    private static boolean isEarly(Patch patch, MapNode root) {
        String path = patch.path().text();
        boolean isComponent = root.value("components") instanceof MapNode components
                && components.declared().stream().anyMatch(name -> path.equals(name) || path.startsWith(name + "."));
        return !isComponent
                && List.of("classes", "defaults", "knobs").stream()
                        .anyMatch(section -> path.equals(section) || path.startsWith(section + "."));
    }

    private static @Nullable MapNode knobs(MapNode root, Report report) {
        Node knobs = root.value("knobs");
        if (knobs != null && !(knobs instanceof MapNode)) {
            report.add(
                    Code.SHAPE,
                    knobs.site().place(),
                    "'knobs' must be a map from names to numbers, but was " + knobs.shape(),
                    "such as knobs: { peak: { is: x6, range: x5 .. x9, basis: chosen } }");
        }
        if (!(knobs instanceof MapNode map)) {
            return null;
        }
        for (MapNode.Entry entry : map.entries()) {
            knob(entry, report);
        }
        return map;
    }

    /** Requires that a knob is a number, or a map that has one: nothing else looks at a knob that nobody uses. */
    private static void knob(MapNode.Entry entry, Report report) {
        String name = entry.key().text();
        if (!name.startsWith("x-") && !Knobs.isName(name)) {
            report.add(
                    Code.NAME,
                    entry.key().site().place(),
                    "the name of a knob must be made of letters, digits, hyphens, dots and underscores, but was "
                            + entry.key().shape(),
                    "");
        }
        Node number = Knobs.innermost(entry.value());
        boolean isNumber = number instanceof TextNode;
        if (number instanceof MapNode map) {
            MapNode known = Header.known(map, Sections.keys(KnobForm.class), "a knob", report);
            isNumber = known.value("is") instanceof TextNode;
        }
        if (!isNumber && !entry.key().text().startsWith("x-")) {
            report.add(
                    Code.SHAPE,
                    entry.key().site().place(),
                    "the knob '" + entry.key().text() + "' must be a number, or a map with 'is'",
                    "such as { is: x6, range: x5 .. x9, basis: chosen }");
        }
    }

    /** Returns the tree in the shape of the record. */
    private static MapNode shaped(Selves.Taken taken) {
        MapNode root = taken.root();
        MapNode result = root;
        List<String> settings = Sections.keys(Scenario.class);
        for (String name : root.names()) {
            result = settings.contains(name) ? result : result.without(name);
        }
        MapNode system = MapNode.empty(root.site());
        for (String section : Sections.keys(SystemSpec.class)) {
            MapNode.Entry entry = root.entry(section);
            system = entry == null ? system : system.with(entry.key(), entry.value());
        }
        system = gathered(system, "@labels", taken.labels());
        return gathered(result.with(new TextNode(system.site(), "system", true, 0), system), "@was", taken.former());
    }

    private static MapNode gathered(MapNode map, String key, MapNode values) {
        return values.names().isEmpty() ? map : map.with(new TextNode(values.site(), key, true, 0), values);
    }
}
