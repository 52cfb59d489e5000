package dev.foreshock.scenarios.internal.document;

import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.Outline;
import dev.foreshock.scenarios.Passage;
import dev.foreshock.scenarios.internal.layer.Assembled;
import dev.foreshock.scenarios.internal.read.Finder;
import dev.foreshock.scenarios.internal.source.DiskFile;
import dev.foreshock.scenarios.internal.source.Layer.Kind;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.Site;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says where claims, variants and knobs are written. */
final class Outlines {

    private Outlines() {}

    static Outline of(Assembled tree, @Nullable Node variants, List<Knob> knobs) {
        return new Outline(
                entries(tree.shaped().value("record")),
                entries(tree.shaped().value("gates")),
                entries(variants),
                knobs(tree.effective(), knobs));
    }

    private static Map<String, Passage> entries(@Nullable Node section) {
        Map<String, Passage> passages = new TreeMap<>();
        if (section instanceof MapNode map) {
            map.entries().forEach(entry -> passages.put(entry.key().text(), passage(entry)));
        }
        return passages;
    }

    /** Returns where numbers stand: in the section of knobs, in a component, or in another section. */
    private static Map<String, Passage> knobs(MapNode root, List<Knob> knobs) {
        Map<String, Passage> passages = new TreeMap<>();
        for (Knob knob : knobs) {
            MapNode components = root.value("components") instanceof MapNode map ? map : root;
            boolean isOfComponent = Finder.longestName(components, knob.path()) != null;
            MapNode.Entry entry = deepest(isOfComponent ? components : root, knob.path());
            if (entry != null) {
                passages.put(knob.path(), passage(entry));
            }
        }
        return passages;
    }

    /** Returns what a path leads to, or the last thing on the way that is written out. */
    private static MapNode.@Nullable Entry deepest(MapNode map, String path) {
        String name = Finder.longestName(map, path);
        MapNode.Entry entry = name == null ? null : map.entry(name);
        if (entry == null || name == null || name.length() == path.length()) {
            return entry;
        }
        MapNode.Entry below =
                entry.value() instanceof MapNode inner ? deepest(inner, path.substring(name.length() + 1)) : null;
        return below == null ? entry : below;
    }

    private static Passage passage(MapNode.Entry entry) {
        Site key = entry.key().site();
        Site value = entry.value().site();
        boolean isTogether = key.source().name().equals(value.source().name()) && key.line() <= value.line();
        Site start = isTogether ? key : value;
        boolean isOnDisk = value.source().location() instanceof DiskFile
                && value.source().layer().kind() != Kind.SET;
        return new Passage(start.place(), lastLine(entry.value()), isOnDisk);
    }

    /** The site of a block reaches to where the next thing begins, so what is in it counts. */
    private static int lastLine(Node node) {
        int last = node.site().line();
        if (node instanceof MapNode map && !map.names().isEmpty()) {
            for (MapNode.Entry entry : map.entries()) {
                last = Math.max(last, isWithin(map, entry.value()) ? lastLine(entry.value()) : last);
            }
            return last;
        } else if (node instanceof ListNode list && !list.items().isEmpty()) {
            return lastLine(list.items().get(list.items().size() - 1));
        }
        Site site = node.site();
        return site.endColumn() == 1 && site.endLine() > last ? site.endLine() - 1 : site.endLine();
    }

    /** What another layer changed in a map stands elsewhere. */
    private static boolean isWithin(MapNode map, Node value) {
        return value.site().source().name().equals(map.site().source().name());
    }
}
