package dev.foreshock.engine.internal.parts;

import org.jspecify.annotations.Nullable;

/** A doubly linked list of jobs, through the links that the jobs themselves hold. A job is in one chain at a time. */
final class Chain {
    private final int[] total;
    private @Nullable Job first;
    private @Nullable Job last;
    private int size;

    Chain() {
        this(new int[1]);
    }

    /** Creates a chain whose size is also counted in {@code total}, together with others'. */
    Chain(int[] total) {
        this.total = total;
    }

    int size() {
        return size;
    }

    @Nullable
    Job first() {
        return first;
    }

    @Nullable
    Job last() {
        return last;
    }

    void addFirst(Job job) {
        job.previous = null;
        job.next = first;
        if (first == null) {
            last = job;
        } else {
            first.previous = job;
        }
        first = job;
        size++;
        total[0]++;
    }

    void addLast(Job job) {
        job.next = null;
        job.previous = last;
        if (last == null) {
            first = job;
        } else {
            last.next = job;
        }
        last = job;
        size++;
        total[0]++;
    }

    void remove(Job job) {
        Job previous = job.previous;
        Job next = job.next;
        if (previous == null) {
            first = next;
        } else {
            previous.next = next;
        }
        if (next == null) {
            last = previous;
        } else {
            next.previous = previous;
        }
        size--;
        total[0]--;
    }
}
