package dev.foreshock.scenarios.internal.show;

import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes variants as they are declared. Those that were chosen are in the settings already; those that change classes or
 * defaults cannot be told, as what is shown has neither.
 */
final class VariantLines {
    private static final String SECTION = "variants";

    private final List<String> gone = new ArrayList<>();
    private final Scribe scribe;

    private VariantLines(List<String> chosen, Scribe scribe) {
        gone.addAll(chosen);
        this.scribe = scribe;
    }

    static void write(MapNode variants, List<String> chosen, Scribe scribe) {
        VariantLines lines = new VariantLines(chosen, scribe);
        List<MapNode.Entry> shown = new ArrayList<>();
        for (MapNode.Entry entry : variants.entries()) {
            String name = entry.key().text();
            boolean says = !name.startsWith("x-") && !entry.value().isNull() && !lines.gone.contains(name);
            if (says && changesWhatIsNotShown(entry.value())) {
                lines.gone.add(name);
            } else if (says) {
                shown.add(entry);
            }
        }
        boolean isEmpty = shown.stream()
                .noneMatch(entry -> !(entry.value() instanceof ListNode list)
                        || !lines.left(list).isEmpty());
        if (!isEmpty) {
            scribe.name(0, SECTION, SECTION);
            shown.forEach(lines::variant);
        }
    }

    private static boolean changesWhatIsNotShown(Node variant) {
        return variant instanceof MapNode map
                && map.value("set") instanceof MapNode set
                && set.names().stream().anyMatch(path -> path.matches("(classes|defaults)(\\..*)?"));
    }

    private List<Node> left(ListNode group) {
        return group.items().stream()
                .filter(item -> !(item instanceof TextNode text) || !gone.contains(text.text()))
                .toList();
    }

    private void variant(MapNode.Entry entry) {
        String path = SECTION + "." + entry.key().text();
        if (entry.value() instanceof ListNode list) {
            if (!left(list).isEmpty()) {
                ListNode rest = new ListNode(list.site(), left(list));
                scribe.said(1, entry.key().text(), path, Scribe.flow(rest), list.site(), "");
            }
        } else {
            lines(1, entry, path);
        }
    }

    private void lines(int depth, MapNode.Entry entry, String path) {
        Node value = entry.value();
        boolean isSpread =
                depth < 3 && value instanceof MapNode map && !map.names().isEmpty();
        if (isSpread && value instanceof MapNode map) {
            scribe.name(depth, entry.key().text(), path);
            map.entries().stream()
                    .filter(each -> !each.key().text().startsWith("x-"))
                    .forEach(each ->
                            lines(depth + 1, each, path + "." + each.key().text()));
        } else {
            scribe.said(depth, entry.key().text(), path, Scribe.flow(value), value.site(), "");
        }
    }
}
