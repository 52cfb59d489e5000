package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes to the tree of a scenario. A path starts with the name of a component or of a section; what it leads
 * through must be declared, what it ends in need not be given yet.
 */
final class Patcher {

    private final Merge merge;
    private final Report report;

    Patcher(Catalog catalog, Report report) {
        this.merge = new Merge(catalog);
        this.report = report;
    }

    /** A change that leads nowhere. */
    private static final class Nowhere extends Exception {
        private static final long serialVersionUID = 1;
    }

    MapNode apply(MapNode root, List<Patch> patches) {
        MapNode result = root;
        for (Patch patch : patches) {
            try {
                result = apply(result, patch);
            } catch (Nowhere e) {
                // reported where it was found; the next change may still be right
            }
        }
        return result;
    }

    private MapNode apply(MapNode root, Patch patch) throws Nowhere {
        String path = patch.path().text();
        MapNode components = map(root.value("components"));
        if (longest(components.declared(), path) != null) {
            return inSection(root, "components", patch, 0, "the system");
        }
        String section = longest(Sections.CHANGEABLE, path);
        if (section == null) {
            int end = firstEnd(path, 0);
            boolean isSection =
                    !Spelling.meant(path.substring(0, end), Sections.CHANGEABLE).isEmpty();
            throw isSection
                    ? nowhere(patch, 0, end, "the scenario", Sections.CHANGEABLE, "sections")
                    : nowhere(patch, 0, end, "the scenario", components.declared(), "components");
        }
        int start = Math.min(path.length(), section.length() + 1);
        return inSection(root, section, patch, start, "'" + section + "'");
    }

    private MapNode inSection(MapNode root, String section, Patch patch, int start, String subject) throws Nowhere {
        MapNode.Entry known = root.entry(section);
        Node changed = put(root.value(section), Sections.type(section), patch, start, subject);
        return root.with(known == null ? named(section, patch.path().site()) : known.key(), changed);
    }

    /** Returns {@code node}, changed below at what the patch's path says from {@code start} on. */
    private Node put(@Nullable Node node, @Nullable Type type, Patch patch, int start, String subject) throws Nowhere {
        String path = patch.path().text();
        if (start >= path.length()) {
            boolean isOwn = !path.startsWith("classes") && !path.startsWith("defaults");
            if (isOwn && patch.value() instanceof MapNode changes) {
                takesAway(node, changes, type, subject);
            }
            return merge.merge(node, patch.value(), type);
        }
        MapNode map = node == null ? MapNode.empty(patch.path().site()) : merge.asMap(node, type);
        if (map == null) {
            throw nowhere(patch, start, path.length(), subject, List.of(), "settings");
        }
        String name = name(map, type, patch, start, subject);
        int end = start + name.length();
        MapNode.Entry entry = map.entry(name);
        Node below = put(map.value(name), merge.typeOf(map, name, type), patch, end + 1, "'" + name + "'");
        if (below.isNull() && path.startsWith("defaults.") && Merge.isNames(type)) {
            return map.without(name);
        }
        boolean known = entry != null && end < path.length();
        return map.with(
                known && entry != null ? entry.key() : named(name, patch.path().part(start, end)), below);
    }

    /** Requires that what a null takes away by name is there; a setting may be silent in files and still have a default. */
    private void takesAway(@Nullable Node node, MapNode changes, @Nullable Type type, String subject) {
        MapNode map = node == null ? null : merge.asMap(node, type);
        for (MapNode.Entry entry : changes.entries()) {
            String name = entry.key().text();
            Node before = map == null ? null : map.value(name);
            if (entry.value().isNull() && before == null && Merge.isNames(type)) {
                report.add(
                        Code.PATCH_TARGET,
                        entry.key().site().place(),
                        "'" + name + "' must be there to be taken away, but is not declared in " + subject,
                        Spelling.hint(name, "names", map == null ? List.of() : map.declared()));
            } else if (entry.value() instanceof MapNode inner) {
                Type below = merge.typeOf(map == null ? changes : map, name, type);
                takesAway(before, inner, below, "'" + name + "'");
            }
        }
    }

    private String name(MapNode map, @Nullable Type type, Patch patch, int start, String subject) throws Nowhere {
        String path = patch.path().text();
        String declared = longest(map.declared(), path.substring(start));
        if (declared != null) {
            return declared;
        }
        int end = firstEnd(path, start);
        if (Merge.isNames(type) || start == end) {
            throw nowhere(patch, start, end, subject, map.declared(), "names");
        }
        return path.substring(start, end);
    }

    private Nowhere nowhere(Patch patch, int start, int end, String subject, List<String> names, String noun) {
        String name = patch.path().text().substring(Math.min(start, end), end);
        report.add(
                Code.PATCH_TARGET,
                patch.path().part(Math.min(start, end), end).place(),
                "'" + name + "' is not declared in " + subject,
                Spelling.hint(name, noun, names));
        return new Nowhere();
    }

    private static MapNode map(@Nullable Node node) {
        return node instanceof MapNode map ? map : MapNode.empty(Texts.node("").site());
    }

    private static TextNode named(String name, Site site) {
        return new TextNode(site, name, true, 0);
    }

    private static int firstEnd(String path, int start) {
        int dot = path.indexOf('.', start);
        return dot < 0 ? path.length() : dot;
    }

    /** Returns the longest of {@code names} that {@code path} starts with: names may have dots in them. */
    private static @Nullable String longest(List<String> names, String path) {
        String longest = null;
        for (String name : names) {
            boolean starts =
                    path.startsWith(name) && (path.length() == name.length() || path.charAt(name.length()) == '.');
            if (starts && (longest == null || name.length() > longest.length())) {
                longest = name;
            }
        }
        return longest;
    }
}
