package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the components of imported systems in the place of their imports: {@code shop: { from: shop.yaml }} gives
 * {@code shop.web}. What the importer says of {@code shop.web} counts above the import.
 */
final class Imports {

    private static final int DEEPEST = 50;

    private static final List<String> KEYS = List.of("from", "bind");

    private final Catalog catalog;
    private final Documents documents;
    private final Quota quota;
    private final Report report;
    private boolean isWhole = true;

    /** The files that are being imported, outermost first. */
    private final Map<Location, TextNode> importing = new LinkedHashMap<>();

    Imports(Catalog catalog, Documents documents, Quota quota, Report report) {
        this.quota = quota;
        this.catalog = catalog;
        this.documents = documents;
        this.report = report;
    }

    /** Returns the sections of {@code document} without imports; those that cannot be had are left out. */
    MapNode expand(Document document) {
        return expand(document.tree(), document.location());
    }

    /** Tells whether every import could be had. */
    boolean isWhole() {
        return isWhole;
    }

    private MapNode expand(MapNode root, Location here) {
        if (!(root.value("components") instanceof MapNode components)) {
            return root;
        }
        Merge merge = new Merge(catalog, name -> Documents.thing(name, root));
        Map<String, MapNode.Entry> all = new LinkedHashMap<>();
        MapNode result = root;
        List<Imported> had = new ArrayList<>();
        for (MapNode.Entry entry : components.entries()) {
            if (!isImport(entry.value())) {
                continue;
            }
            Imported imported = imported(entry, (MapNode) entry.value(), here);
            isWhole &= imported != null;
            if (imported != null) {
                imported.components().entries().forEach(part -> put(all, part, merge));
                result = below(result, "knobs", imported.knobs());
                result = below(result, "requests", imported.requests());
                had.add(imported);
            }
        }
        // What the importer says of a part counts above the part, wherever it stands.
        components.entries().stream()
                .filter(entry -> !isImport(entry.value()))
                .forEach(entry -> put(all, entry, merge));
        had.forEach(imported -> bound(imported, root, all));
        MapNode.Entry key = root.entry("components");
        return key == null ? result : result.with(key.key(), new MapNode(components.site(), all));
    }

    private static void put(Map<String, MapNode.Entry> all, MapNode.Entry entry, Merge merge) {
        String name = entry.key().text();
        MapNode.Entry known = all.get(name);
        Node value = merge.merge(known == null ? null : known.value(), entry.value(), ComponentSpec.class);
        all.put(name, new MapNode.Entry(known == null ? entry.key() : known.key(), value));
    }

    private static boolean isImport(Node value) {
        return value instanceof MapNode map && map.value("from") != null && map.value("is") == null;
    }

    /** What an import brings, under the importer's names. */
    private record Imported(String name, MapNode components, MapNode knobs, MapNode requests, List<Need> needs) {}

    /** Something that an import needs: what the import calls it, and what it is called here and where that is said. */
    private record Need(TextNode name, TextNode here, boolean isBound) {}

    /** Requires that what an import needs is here, and goes on with something in its place if it is not. */
    private void bound(Imported imported, MapNode root, Map<String, MapNode.Entry> all) {
        List<String> outer = items(root).stream().map(Imports::word).toList();
        for (Need need : imported.needs()) {
            String name = need.here().text();
            MapNode.Entry known = all.get(name);
            if ((known != null && !known.value().isNull()) || outer.contains(name)) {
                continue;
            }
            List<String> names = all.values().stream()
                    .filter(entry -> !entry.value().isNull())
                    .map(entry -> entry.key().text())
                    .toList();
            report.add(
                    Code.DANGLING,
                    need.here().site().place(),
                    need.isBound()
                            ? "'bind' must name a component, but was '" + name + "'"
                            : "the import '" + imported.name() + "' must have what it needs, but there is no '" + name
                                    + "' here",
                    need.isBound()
                            ? Spelling.hint(name, "components", names)
                            : "add the component, or bind: { " + name + ": NAME }",
                    new Note("needed here", need.name().site().place()));
            all.put(
                    name,
                    new MapNode.Entry(need.here(), StandIn.component(need.here().site())));
        }
    }

    private static List<Node> items(MapNode root) {
        Node needs = root.value("needs");
        return needs instanceof ListNode list ? list.items() : needs == null ? List.of() : List.of(needs);
    }

    private static String word(Node node) {
        return node instanceof TextNode text ? text.text() : "";
    }

    private @Nullable Imported imported(MapNode.Entry entry, MapNode map, Location here) {
        String name = entry.key().text();
        Header.known(map, KEYS, "the import '" + name + "'", report);
        if (!(map.value("from") instanceof TextNode from)) {
            report.add(Code.SHAPE, entry.key().site().place(), "'from' must be a file, but was a map or a list", "");
            return null;
        }
        Location location = documents.sibling(from, Documents.location(from.site(), here));
        if (location == null) {
            return null;
        } else if (importing.containsKey(location)) {
            report.add(
                    Code.LAYER_CYCLE,
                    from.site().place(),
                    "a system must not import itself, but " + location.shown() + " does",
                    "move what both need into a file of its own",
                    importing.values().stream()
                            .map(each -> new Note(
                                    each.text() + " is imported here",
                                    each.site().place()))
                            .toList());
            return null;
        }
        importing.put(location, from);
        try {
            return imported(name, map, from, location);
        } finally {
            importing.remove(location);
        }
    }

    private @Nullable Imported imported(String name, MapNode map, TextNode from, Location location) {
        Document document = documents.open(location, from.site().place(), DocumentKind.SYSTEM);
        if (importing.size() > DEEPEST) {
            report.add(
                    Code.LIMIT,
                    from.site().place(),
                    "imports must not lie more than " + DEEPEST + " deep in one another",
                    "");
            return null;
        }
        boolean fits = document != null && quota.allowsImport(document.tree(), from.site());
        if (document == null || !fits) {
            return null;
        }
        MapNode root = expand(document.tree(), location);
        report.imported(
                location.shown(),
                new Note("imported as '" + name + "' here", from.site().place()));
        MapNode own = new Classes(catalog, quota, report).expand(root);
        List<Need> needs = needs(root, map, name, from);
        Map<String, String> outside = new HashMap<>();
        needs.forEach(need -> outside.put(need.name().text(), need.here().text()));
        Prefixer prefixer = new Prefixer(catalog, name, outside);
        MapNode knobs = section(own, "knobs");
        return new Imported(
                name,
                prefixer.components(section(own, "components"), Set.copyOf(knobs.names())),
                prefixer.names(knobs),
                section(own, "requests"),
                needs);
    }

    private static MapNode section(MapNode root, String name) {
        return root.value(name) instanceof MapNode map ? map : MapNode.empty(root.site());
    }

    private List<Need> needs(MapNode root, MapNode map, String name, TextNode from) {
        Map<String, Need> outside = new LinkedHashMap<>();
        List<String> needed = new ArrayList<>();
        for (Node item : items(root)) {
            if (item instanceof TextNode text) {
                needed.add(text.text());
                outside.put(text.text(), new Need(text, new TextNode(from.site(), text.text(), true, 0), false));
            } else {
                report.add(
                        Code.SHAPE,
                        item.site().place(),
                        "'needs' must be a list of names, but has " + item.shape(),
                        "");
            }
        }
        MapNode.Entry given = map.entry("bind");
        if (given != null && !given.value().isNull() && !(given.value() instanceof MapNode)) {
            report.add(
                    Code.SHAPE,
                    given.value().site().place(),
                    "'bind' must be a map from what '" + name + "' needs to names here, but was "
                            + given.value().shape(),
                    "such as bind: { identity: accounts }");
        }
        if (map.value("bind") instanceof MapNode bind) {
            for (MapNode.Entry entry : bind.entries()) {
                if (entry.key().text().startsWith("x-")) {
                    continue;
                }
                String need = entry.key().text();
                if (!needed.contains(need)) {
                    report.add(
                            Code.DANGLING,
                            entry.key().site().place(),
                            "'" + need + "' is not something that '" + name + "' needs",
                            Spelling.hint(need, "needs", needed));
                } else if (entry.value() instanceof TextNode other && !other.isNull()) {
                    outside.computeIfPresent(need, (key, known) -> new Need(known.name(), other, true));
                } else {
                    report.add(
                            Code.SHAPE,
                            (entry.value() instanceof TextNode ? entry.key() : entry.value())
                                    .site()
                                    .place(),
                            "'" + need + "' must be bound to the name of a component, but was "
                                    + (entry.value().isNull()
                                            ? "left empty"
                                            : entry.value().shape()),
                            "leave it out to bind it to the component that is called '" + need + "' here");
                }
            }
        }
        return List.copyOf(outside.values());
    }

    /** Returns {@code root} with {@code lower} below its section {@code name}. */
    private MapNode below(MapNode root, String name, MapNode lower) {
        if (lower.names().isEmpty()) {
            return root;
        }
        MapNode.Entry known = root.entry(name);
        Node merged = known == null ? lower : new Merge(catalog).merge(lower, known.value(), Sections.type(name));
        TextNode key = known == null ? new TextNode(lower.site(), name, true, 0) : known.key();
        return root.with(key, merged);
    }
}
