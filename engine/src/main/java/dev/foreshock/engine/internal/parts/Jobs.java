package dev.foreshock.engine.internal.parts;

import java.util.Arrays;

/** Calls held by a component, as slots of flat arrays that also link into queues. */
final class Jobs {
    static final int NONE = -1;

    /** A state: waits, and has not begun. */
    static final byte QUEUED = 0;

    /** A state: is worked on. */
    static final byte WORKING = 1;

    /** A state: its work is done, and its calls are under way. */
    static final byte CALLING = 2;

    /** A state: waits, and had begun. */
    static final byte INTERRUPTED = 3;

    int[] call = new int[64];
    int[] place = new int[64];
    int[] page = new int[64];
    int[] tries = new int[64];
    int[] next = new int[64];
    int[] previous = new int[64];
    byte[] state = new byte[64];
    double[] left = new double[64];
    long[] since = new long[64];
    long[] timer = new long[64];
    long[] number = new long[64];
    private int[] free = new int[64];
    private int freeCount;
    private int used;
    private long taken;

    /** Takes a slot for {@code forCall}. */
    int take(int forCall) {
        int job = freeCount > 0 ? free[--freeCount] : used++;
        if (job == call.length) {
            grow();
        }
        call[job] = forCall;
        state[job] = QUEUED;
        number[job] = ++taken;
        next[job] = NONE;
        previous[job] = NONE;
        timer[job] = 0;
        page[job] = NONE;
        tries[job] = 0;
        return job;
    }

    /** Gives a slot back. */
    void give(int job) {
        free[freeCount++] = job;
    }

    /** Returns the slots taken and not given back. */
    int inUse() {
        return used - freeCount;
    }

    private void grow() {
        int size = call.length * 2;
        call = Arrays.copyOf(call, size);
        place = Arrays.copyOf(place, size);
        page = Arrays.copyOf(page, size);
        tries = Arrays.copyOf(tries, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
        state = Arrays.copyOf(state, size);
        left = Arrays.copyOf(left, size);
        since = Arrays.copyOf(since, size);
        timer = Arrays.copyOf(timer, size);
        number = Arrays.copyOf(number, size);
        free = Arrays.copyOf(free, size);
    }
}
