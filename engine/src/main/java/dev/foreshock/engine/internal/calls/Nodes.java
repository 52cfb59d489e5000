package dev.foreshock.engine.internal.calls;

import java.util.Arrays;

/** The nodes of all calls under way, as slots of flat arrays. A slot is reused once its call is over. */
final class Nodes {
    static final int NONE = -1;

    int[] line = new int[256];
    int[] owner = new int[256];
    int[] attempt = new int[256];
    int[] repetition = new int[256];
    int[] note = new int[256];
    int[] request = new int[256];
    int[] run = new int[256];
    int[] parent = new int[256];
    int[] firstChild = new int[256];
    int[] nextSibling = new int[256];
    int[] previousSibling = new int[256];
    int[] nextWaiting = new int[256];
    int[] previousWaiting = new int[256];
    int[] replica = new int[256];
    int[] twin = new int[256];
    int[] hedgesSent = new int[256];
    long[] key = new long[256];
    long[] wish = new long[256];
    long[] session = new long[256];
    long[] deadline = new long[256];
    long[] arrived = new long[256];
    long[] timeout = new long[256];
    long[] step = new long[256];
    long[] hedge = new long[256];
    long[] hedgeDue = new long[256];
    long[] until = new long[256];
    byte[] place = new byte[256];
    byte[] outcome = new byte[256];
    boolean[] abandoned = new boolean[256];
    boolean[] stopped = new boolean[256];
    private int[] free = new int[256];
    private int freeCount;
    private int used;

    /** Takes a slot and clears it. */
    int take() {
        int slot = freeCount > 0 ? free[--freeCount] : used++;
        if (slot == line.length) {
            grow();
        }
        note[slot] = 0;
        run[slot] = NONE;
        parent[slot] = NONE;
        firstChild[slot] = NONE;
        nextSibling[slot] = NONE;
        previousSibling[slot] = NONE;
        timeout[slot] = 0;
        step[slot] = 0;
        replica[slot] = 0;
        twin[slot] = NONE;
        hedge[slot] = 0;
        abandoned[slot] = false;
        stopped[slot] = false;
        return slot;
    }

    /** Gives a slot back. */
    void give(int slot) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = slot;
    }

    /** Returns the slots taken and not given back. */
    int inUse() {
        return used - freeCount;
    }

    /** Makes {@code child} a child of {@code of}. */
    void adopt(int child, int of) {
        parent[child] = of;
        int next = firstChild[of];
        nextSibling[child] = next;
        if (next != NONE) {
            previousSibling[next] = child;
        }
        firstChild[of] = child;
    }

    /** Takes {@code child} away from its parent, if it has one. */
    void orphan(int child) {
        int of = parent[child];
        if (of == NONE) {
            return;
        }
        int previous = previousSibling[child];
        int next = nextSibling[child];
        if (previous == NONE) {
            firstChild[of] = next;
        } else {
            nextSibling[previous] = next;
        }
        if (next != NONE) {
            previousSibling[next] = previous;
        }
        parent[child] = NONE;
        previousSibling[child] = NONE;
        nextSibling[child] = NONE;
    }

    private void grow() {
        int size = line.length * 2;
        line = Arrays.copyOf(line, size);
        owner = Arrays.copyOf(owner, size);
        attempt = Arrays.copyOf(attempt, size);
        repetition = Arrays.copyOf(repetition, size);
        note = Arrays.copyOf(note, size);
        request = Arrays.copyOf(request, size);
        run = Arrays.copyOf(run, size);
        parent = Arrays.copyOf(parent, size);
        firstChild = Arrays.copyOf(firstChild, size);
        nextSibling = Arrays.copyOf(nextSibling, size);
        previousSibling = Arrays.copyOf(previousSibling, size);
        nextWaiting = Arrays.copyOf(nextWaiting, size);
        previousWaiting = Arrays.copyOf(previousWaiting, size);
        key = Arrays.copyOf(key, size);
        wish = Arrays.copyOf(wish, size);
        session = Arrays.copyOf(session, size);
        deadline = Arrays.copyOf(deadline, size);
        arrived = Arrays.copyOf(arrived, size);
        timeout = Arrays.copyOf(timeout, size);
        step = Arrays.copyOf(step, size);
        replica = Arrays.copyOf(replica, size);
        twin = Arrays.copyOf(twin, size);
        hedgesSent = Arrays.copyOf(hedgesSent, size);
        hedge = Arrays.copyOf(hedge, size);
        hedgeDue = Arrays.copyOf(hedgeDue, size);
        until = Arrays.copyOf(until, size);
        place = Arrays.copyOf(place, size);
        outcome = Arrays.copyOf(outcome, size);
        abandoned = Arrays.copyOf(abandoned, size);
        stopped = Arrays.copyOf(stopped, size);
    }
}
