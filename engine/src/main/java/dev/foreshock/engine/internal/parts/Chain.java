package dev.foreshock.engine.internal.parts;

/** A doubly linked list of jobs, through the links that the jobs themselves hold. A job is in one chain at a time. */
final class Chain {
    private final Jobs jobs;
    private final int[] total;
    private int first = Jobs.NONE;
    private int last = Jobs.NONE;
    private int size;

    Chain(Jobs jobs) {
        this(jobs, new int[1]);
    }

    /** Creates a chain whose size is also counted in {@code total}, together with others'. */
    Chain(Jobs jobs, int[] total) {
        this.jobs = jobs;
        this.total = total;
    }

    int size() {
        return size;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    void addFirst(int job) {
        jobs.previous[job] = Jobs.NONE;
        jobs.next[job] = first;
        if (first == Jobs.NONE) {
            last = job;
        } else {
            jobs.previous[first] = job;
        }
        first = job;
        size++;
        total[0]++;
    }

    void addLast(int job) {
        jobs.next[job] = Jobs.NONE;
        jobs.previous[job] = last;
        if (last == Jobs.NONE) {
            first = job;
        } else {
            jobs.next[last] = job;
        }
        last = job;
        size++;
        total[0]++;
    }

    void remove(int job) {
        int previous = jobs.previous[job];
        int next = jobs.next[job];
        if (previous == Jobs.NONE) {
            first = next;
        } else {
            jobs.next[previous] = next;
        }
        if (next == Jobs.NONE) {
            last = previous;
        } else {
            jobs.previous[next] = previous;
        }
        size--;
        total[0]--;
    }
}
