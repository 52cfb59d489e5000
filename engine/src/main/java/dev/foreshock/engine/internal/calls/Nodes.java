package dev.foreshock.engine.internal.calls;

import java.util.Arrays;

/** The nodes of all calls under way, by number. A node is used again once its call is over. */
final class Nodes {
    static final int NONE = -1;

    private Node[] nodes = new Node[0];
    private Node[] free = new Node[0];
    private int freeCount;

    /** Returns a node as good as new. */
    Node take() {
        if (freeCount == 0) {
            grow();
        }
        Node node = free[--freeCount];
        node.clear();
        return node;
    }

    /** Takes a node back. */
    void give(Node node) {
        free[freeCount++] = node;
    }

    /** Returns the node with this number. */
    Node at(int number) {
        return nodes[number];
    }

    /** Returns how many were taken and not given back. */
    int inUse() {
        return nodes.length - freeCount;
    }

    private void grow() {
        int old = nodes.length;
        int size = Math.max(256, 2 * old);
        nodes = Arrays.copyOf(nodes, size);
        free = Arrays.copyOf(free, size);
        // The lowest number goes first.
        for (int number = size - 1; number >= old; number--) {
            nodes[number] = new Node(number);
            free[freeCount++] = nodes[number];
        }
    }
}
