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
            }
        }
        // What the importer says of a part counts above the part, wherever it stands.
        components.entries().stream()
                .filter(entry -> !isImport(entry.value()))
                .forEach(entry -> put(all, entry, merge));
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
    private record Imported(MapNode components, MapNode knobs, MapNode requests) {}

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
        Map<String, String> outside = needs(root, map, name);
        Prefixer prefixer = new Prefixer(catalog, name, outside);
        MapNode knobs = section(own, "knobs");
        return new Imported(
                prefixer.components(section(own, "components"), Set.copyOf(knobs.names())),
                prefixer.names(knobs),
                section(own, "requests"));
    }

    private static MapNode section(MapNode root, String name) {
        return root.value(name) instanceof MapNode map ? map : MapNode.empty(root.site());
    }

    private Map<String, String> needs(MapNode root, MapNode map, String name) {
        Map<String, String> outside = new HashMap<>();
        List<String> needed = new ArrayList<>();
        Node needs = root.value("needs");
        List<Node> items = needs instanceof ListNode list ? list.items() : needs == null ? List.of() : List.of(needs);
        for (Node item : items) {
            if (item instanceof TextNode text) {
                needed.add(text.text());
                outside.put(text.text(), text.text());
            } else {
                report.add(
                        Code.SHAPE,
                        item.site().place(),
                        "'needs' must be a list of names, but has " + item.shape(),
                        "");
            }
        }
        if (map.value("bind") instanceof MapNode bind) {
            for (MapNode.Entry entry : bind.entries()) {
                String need = entry.key().text();
                if (!needed.contains(need)) {
                    report.add(
                            Code.DANGLING,
                            entry.key().site().place(),
                            "'" + need + "' is not something that '" + name + "' needs",
                            Spelling.hint(need, "needs", needed));
                } else if (entry.value() instanceof TextNode other && !other.isNull()) {
                    outside.put(need, other.text());
                }
            }
        }
        return outside;
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
