package dev.foreshock.engine.internal.parts;

import java.util.Arrays;

/**
 * Jobs by a key, the smallest first; equal keys in the order of adding. A binary heap that knows where each job is: adding and taking
 * out take time with the logarithm of their number.
 */
final class JobHeap {
    private static final int ABSENT = -1;

    private int[] heap = new int[16];
    private int[] position = new int[0];
    private double[] key = new double[0];
    private long[] order = new long[0];
    private long added;
    private int size;

    int size() {
        return size;
    }

    /** Returns the job with the smallest key, or {@link Jobs#NONE}. */
    int first() {
        return size == 0 ? Jobs.NONE : heap[0];
    }

    double keyOf(int job) {
        return key[job];
    }

    boolean contains(int job) {
        return job < position.length && position[job] != ABSENT;
    }

    void add(int job, double by) {
        reserve(job);
        key[job] = by;
        order[job] = added++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        rise(job, size++);
    }

    void remove(int job) {
        int at = position[job];
        position[job] = ABSENT;
        int moved = heap[--size];
        if (moved != job) {
            if (at > 0 && isBefore(moved, heap[(at - 1) / 2])) {
                rise(moved, at);
            } else {
                sink(moved, at);
            }
        }
    }

    private void rise(int job, int from) {
        int at = from;
        while (at > 0 && isBefore(job, heap[(at - 1) / 2])) {
            put(heap[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        put(job, at);
    }

    private void sink(int job, int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (isBefore(job, heap[child])) {
                break;
            }
            put(heap[child], at);
            at = child;
        }
        put(job, at);
    }

    private boolean isBefore(int job, int other) {
        return key[job] < key[other] || (key[job] == key[other] && order[job] < order[other]);
    }

    private void put(int job, int at) {
        heap[at] = job;
        position[job] = at;
    }

    private void reserve(int job) {
        int before = position.length;
        if (job >= before) {
            int after = Math.max(64, Integer.highestOneBit(job) * 2);
            position = Arrays.copyOf(position, after);
            Arrays.fill(position, before, after, ABSENT);
            key = Arrays.copyOf(key, after);
            order = Arrays.copyOf(order, after);
        }
    }
}
