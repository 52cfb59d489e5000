package dev.foreshock.engine.internal.parts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Jobs by a key, the smallest first; equal keys in the order of adding. A binary heap that knows where each job is: adding and taking
 * out take time with the logarithm of their number.
 */
final class JobHeap {
    private static final int ABSENT = -1;

    private Job[] heap = new Job[16];
    private int[] position = new int[0];
    private double[] key = new double[0];
    private long[] order = new long[0];
    private long added;
    private int size;

    int size() {
        return size;
    }

    /** Returns the job with the smallest key; null if there is none. */
    @Nullable
    Job first() {
        return size == 0 ? null : heap[0];
    }

    double keyOf(Job job) {
        return key[job.number];
    }

    boolean contains(Job job) {
        return job.number < position.length && position[job.number] != ABSENT;
    }

    void add(Job job, double by) {
        reserve(job.number);
        key[job.number] = by;
        order[job.number] = added++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        rise(job, size++);
    }

    void remove(Job job) {
        int at = position[job.number];
        position[job.number] = ABSENT;
        Job moved = heap[--size];
        if (moved != job) {
            if (at > 0 && isBefore(moved, heap[(at - 1) / 2])) {
                rise(moved, at);
            } else {
                sink(moved, at);
            }
        }
    }

    private void rise(Job job, int from) {
        int at = from;
        while (at > 0 && isBefore(job, heap[(at - 1) / 2])) {
            put(heap[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        put(job, at);
    }

    private void sink(Job job, int from) {
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

    private boolean isBefore(Job job, Job other) {
        return key[job.number] < key[other.number]
                || (key[job.number] == key[other.number] && order[job.number] < order[other.number]);
    }

    private void put(Job job, int at) {
        heap[at] = job;
        position[job.number] = at;
    }

    private void reserve(int number) {
        int before = position.length;
        if (number >= before) {
            int after = Math.max(64, Integer.highestOneBit(number) * 2);
            position = Arrays.copyOf(position, after);
            Arrays.fill(position, before, after, ABSENT);
            key = Arrays.copyOf(key, after);
            order = Arrays.copyOf(order, after);
        }
    }
}
