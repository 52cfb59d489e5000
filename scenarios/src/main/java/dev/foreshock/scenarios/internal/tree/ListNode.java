package dev.foreshock.scenarios.internal.tree;

import java.util.List;

/**
 * A list.
 *
 * @param site where it stands
 * @param items what is in it
 */
public record ListNode(Site site, List<Node> items) implements Node {

    public ListNode {
        items = List.copyOf(items);
    }

    @Override
    public String shape() {
        return "a list";
    }
}
