package dev.foreshock.engine.internal.kernel;

import java.util.Arrays;

/**
 * A binary heap on (time, key) pairs in one array: the reference {@link EventQueue}, short enough to trust. Cancelled
 * events stay until they reach the root, so memory follows the timers pushed, not the timers pending.
 */
public final class HeapQueue implements EventQueue {
    private final Liveness liveness;
    /** Entry i is the pair at 2i (time) and 2i + 1 (key). */
    private long[] pairs = new long[2 * 64];

    private int size;

    public HeapQueue(Liveness liveness) {
        this.liveness = liveness;
    }

    @Override
    public void push(long timeNanos, long key) {
        if (2 * size == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.multiplyExact(pairs.length, 2));
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >> 1;
            if (!before(timeNanos, key, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, timeNanos, key);
    }

    @Override
    public boolean pop(long limitNanos, Event into) {
        while (size > 0 && pairs[0] <= limitNanos) {
            long time = pairs[0];
            long key = pairs[1];
            removeRoot();
            if (liveness.alive(key)) {
                into.timeNanos = time;
                into.key = key;
                return true;
            }
        }
        return false;
    }

    @Override
    public long earliest() {
        while (size > 0 && !liveness.alive(pairs[1])) {
            removeRoot();
        }
        return size == 0 ? Long.MAX_VALUE : pairs[0];
    }

    private void removeRoot() {
        int last = --size;
        long time = pairs[2 * last];
        long key = pairs[2 * last + 1];
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= last) {
                break;
            }
            if (child + 1 < last && before(pairs[2 * child + 2], pairs[2 * child + 3], child)) {
                child++;
            }
            if (before(time, key, child)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, time, key);
    }

    private boolean before(long time, long key, int entry) {
        long other = pairs[2 * entry];
        return time < other || (time == other && key < pairs[2 * entry + 1]);
    }

    private void move(int from, int to) {
        put(to, pairs[2 * from], pairs[2 * from + 1]);
    }

    private void put(int entry, long time, long key) {
        pairs[2 * entry] = time;
        pairs[2 * entry + 1] = key;
    }
}
