package dev.foreshock.scenarios.internal.tree;

/** A part of a file: a map, a list, a text, or a multiple of one. */
public sealed interface Node permits MapNode, ListNode, TextNode, ScaledNode {

    /** Returns where it stands. */
    Site site();

    /** Returns what it is, with an article, for messages. */
    String shape();

    /** Tells whether it is an explicit or implicit null. */
    default boolean isNull() {
        return false;
    }
}
