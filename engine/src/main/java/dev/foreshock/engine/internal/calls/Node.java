package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.result.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One attempt under way, or work that was taken over from one. Nodes are used again: an object rather than a row of arrays, since
 * what is known of an attempt is asked for many times, and a field costs one load.
 */
final class Node {
    /** Its number, which stays: what components and timers know it by. */
    final int number;

    /** The way it goes. Null only before it is used for the first time. */
    @Nullable
    Route route;

    /** A number of whoever waits for it: of the parent, or the user. */
    int owner;

    int attempt;
    int repetition;

    /** What the component that holds it stores with it. */
    int note;

    /** Its class of requests, 0 for none. */
    int request;

    /** Its slot in the plan of the component that holds it, or {@link Nodes#NONE}. */
    int run;

    /** The replica that holds it. */
    int replica;

    long key;
    long wish;
    long session;

    /** The time after which its answer is of no use. */
    long deadline;

    /** The time at which it is given up. */
    long until;

    /** When it arrived at the component; on its way there, when it will. */
    long arrived;

    /** The timer that gives it up, 0 if none. */
    long timeout;

    /** The timer of its next step on the way, 0 if none. */
    long step;

    /** One of {@link Place}. */
    byte place;

    Outcome outcome = Outcome.OK;
    boolean abandoned;
    boolean stopped;

    /** The node it was made for. */
    @Nullable
    Node parent;

    /** The newest of those made for it. */
    @Nullable
    Node firstChild;

    @Nullable
    Node nextSibling;

    @Nullable
    Node previousSibling;

    /** Neighbors in line for a connection. */
    @Nullable
    Node nextWaiting;

    @Nullable
    Node previousWaiting;

    /** The next in the ring of those sent beside each other; null if it is alone. */
    @Nullable
    Node twin;

    /** The timer of the next hedge, 0 if it carries none; how many were sent before it, and when it is due. */
    long hedge;

    int hedgesSent;
    long hedgeDue;

    Node(int number) {
        this.number = number;
    }

    /** Returns the way it goes. */
    Route way() {
        Route way = route;
        if (way == null) {
            throw new IllegalStateException("a call must be under way, but call " + number + " never was");
        }
        return way;
    }

    /** Makes it as good as new. */
    void clear() {
        note = 0;
        run = Nodes.NONE;
        parent = null;
        firstChild = null;
        nextSibling = null;
        previousSibling = null;
        timeout = 0;
        step = 0;
        replica = 0;
        twin = null;
        hedge = 0;
        abandoned = false;
        stopped = false;
    }

    /** Makes {@code child} a child of this. */
    void adopt(Node child) {
        child.parent = this;
        Node next = firstChild;
        child.nextSibling = next;
        if (next != null) {
            next.previousSibling = child;
        }
        firstChild = child;
    }

    /** Leaves its parent, if it has one. */
    void leaveParent() {
        Node of = parent;
        if (of == null) {
            return;
        }
        Node previous = previousSibling;
        Node next = nextSibling;
        if (previous == null) {
            of.firstChild = next;
        } else {
            previous.nextSibling = next;
        }
        if (next != null) {
            next.previousSibling = previous;
        }
        parent = null;
        previousSibling = null;
        nextSibling = null;
    }
}
