package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds the place in a file that a dotted path speaks of; where the file is silent, the nearest thing around it. */
public final class Finder {

    private final Notes notes;
    private final Node root;

    Finder(Notes notes, Node root) {
        this.notes = notes;
        this.root = root;
    }

    /**
     * What a path leads to.
     *
     * @param site where to point
     * @param node the node there
     */
    record Found(Site site, Node node) {}

    Found find(String path) {
        Site site = root instanceof MapNode map && !map.entries().isEmpty()
                ? map.entries().iterator().next().key().site()
                : root.site();
        Node node = root;
        String rest = path.replaceAll("\\[(\\d{1,6})]", ".$1");
        while (!rest.isEmpty()) {
            Step step = step(node, rest);
            if (step == null) {
                break;
            }
            node = step.value();
            site = node instanceof TextNode || node instanceof ScaledNode || step.key() == null
                    ? node.site()
                    : step.key().site();
            rest = step.rest();
        }
        return new Found(site, node);
    }

    private record Step(@Nullable TextNode key, Node value, String rest) {}

    private @Nullable Step step(Node node, String path) {
        if (node instanceof ListNode list) {
            return item(list, path);
        }
        MapNode map = notes.asMap(node);
        if (map == null) {
            return null;
        }
        String name = longestName(map, path);
        MapNode.Entry entry = name == null ? null : map.entry(name);
        return entry == null || name == null ? null : new Step(entry.key(), entry.value(), rest(path, name));
    }

    /** Returns the longest name in {@code map} that {@code path} starts with: names may have dots in them. */
    public static @Nullable String longestName(MapNode map, String path) {
        String longest = null;
        for (String name : map.names()) {
            if (startsWith(path, name) && (longest == null || name.length() > longest.length())) {
                longest = name;
            }
        }
        return longest;
    }

    private static boolean startsWith(String path, String name) {
        return path.startsWith(name) && (path.length() == name.length() || path.charAt(name.length()) == '.');
    }

    private static String rest(String path, String name) {
        return path.length() == name.length() ? "" : path.substring(name.length() + 1);
    }

    private static @Nullable Step item(ListNode list, String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            boolean named = item instanceof TextNode text
                    && (text.text().equals(path) || text.text().startsWith(first));
            if (named || first.equals(String.valueOf(i))) {
                return new Step(null, item, dot < 0 ? "" : path.substring(dot + 1));
            }
        }
        return null;
    }
}
