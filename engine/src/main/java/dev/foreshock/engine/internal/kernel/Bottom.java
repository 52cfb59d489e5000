package dev.foreshock.engine.internal.kernel;

import java.util.Arrays;

/** The events next in line, in order, in a small array that is filled from either end and consumed from the front. */
final class Bottom {
    /** (time, key) pairs from {@link #head} to {@link #tail}, both even. */
    private long[] pairs = new long[2 * 128];

    private int head;
    private int tail;

    boolean isEmpty() {
        return head == tail;
    }

    int size() {
        return (tail - head) >> 1;
    }

    long earliest() {
        return pairs[head];
    }

    long latest() {
        return pairs[tail - 2];
    }

    long firstKey() {
        return pairs[head + 1];
    }

    void dropFirst() {
        head += 2;
    }

    /** Inserts an event after all that are not later, from the end that it is nearer to: many events are due at once. */
    void insert(long timeNanos, long key) {
        if (head > 0 && head < tail && timeNanos < pairs[middle()]) {
            insertFromFront(timeNanos, key);
        } else {
            insertFromBack(timeNanos, key);
        }
    }

    private int middle() {
        return ((head + tail) >> 2) << 1;
    }

    private void insertFromFront(long timeNanos, long key) {
        int hole = head - 2;
        while (pairs[hole + 2] <= timeNanos) {
            pairs[hole] = pairs[hole + 2];
            pairs[hole + 1] = pairs[hole + 3];
            hole += 2;
        }
        pairs[hole] = timeNanos;
        pairs[hole + 1] = key;
        head -= 2;
    }

    private void insertFromBack(long timeNanos, long key) {
        if (tail == pairs.length) {
            makeRoom();
        }
        int hole = tail;
        while (hole > head && pairs[hole - 2] > timeNanos) {
            pairs[hole] = pairs[hole - 2];
            pairs[hole + 1] = pairs[hole - 1];
            hole -= 2;
        }
        pairs[hole] = timeNanos;
        pairs[hole + 1] = key;
        tail += 2;
    }

    /** Empties the bottom and prepares it for at most so many calls of {@link #prepend}. */
    void expect(int events) {
        if (pairs.length < 2 * events) {
            pairs = new long[Math.multiplyExact(Integer.highestOneBit(events), 4)];
        }
        head = 2 * events;
        tail = head;
    }

    /** Inserts an event before all that are not earlier. */
    void prepend(long timeNanos, long key) {
        int hole = head - 2;
        while (hole + 2 < tail && pairs[hole + 2] < timeNanos) {
            pairs[hole] = pairs[hole + 2];
            pairs[hole + 1] = pairs[hole + 3];
            hole += 2;
        }
        pairs[hole] = timeNanos;
        pairs[hole + 1] = key;
        head -= 2;
    }

    /** Moves all events into a rung, in order. */
    void pour(ChunkPool pool, Rung rung) {
        for (; head < tail; head += 2) {
            rung.append(pool, pairs[head], pairs[head + 1]);
        }
    }

    private void makeRoom() {
        int used = tail - head;
        if (2 * used > pairs.length) {
            pairs = Arrays.copyOfRange(pairs, head, Math.addExact(head, Math.multiplyExact(pairs.length, 2)));
        } else {
            System.arraycopy(pairs, head, pairs, 0, used);
        }
        head = 0;
        tail = used;
    }
}
