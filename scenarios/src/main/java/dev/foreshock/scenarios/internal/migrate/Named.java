package dev.foreshock.scenarios.internal.migrate;

import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the documents that a document names: what it is based on, its system, what its components import. */
public final class Named {

    private Named() {}

    /** Returns their names, in file order. */
    public static List<TextNode> in(MapNode root) {
        List<TextNode> names = new ArrayList<>();
        add(root.value("from"), names);
        if (root.value("system") instanceof MapNode system) {
            add(system.value("from"), names);
        }
        if (root.value("components") instanceof MapNode components) {
            components.entries().forEach(component -> {
                if (component.value() instanceof MapNode settings) {
                    add(settings.value("from"), names);
                }
            });
        }
        return names;
    }

    private static void add(@Nullable Node value, List<TextNode> names) {
        if (value instanceof TextNode name) {
            names.add(name);
        } else if (value instanceof ListNode list) {
            list.items().forEach(item -> add(item, names));
        }
    }
}
