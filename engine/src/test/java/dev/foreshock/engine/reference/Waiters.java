package dev.foreshock.engine.reference;

import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who waits in a replica, by rank, and who is next. */
final class Waiters {
    private final DisciplineSpec spec;
    private final TreeMap<Integer, List<Job>> ranks = new TreeMap<>();

    /** Since when the queue of a rank, or all of them, have not been empty. */
    private final TreeMap<Integer, Long> since = new TreeMap<>();

    private long allSince;

    Waiters(DisciplineSpec spec) {
        this.spec = spec;
    }

    /** Returns the rank of a job: classes without one come last. */
    int rank(Job job) {
        Integer rank = spec.priority().get(job.request.kind);
        return rank == null ? Integer.MAX_VALUE : rank;
    }

    int size() {
        return ranks.values().stream().mapToInt(List::size).sum();
    }

    private List<Job> like(Job job) {
        return ranks.computeIfAbsent(rank(job), any -> new ArrayList<>());
    }

    /** Somebody came last. */
    void join(Job job, long now) {
        like(job).add(job);
        joined(job, now);
    }

    /** Somebody who gave way is the next of his like. */
    void putBack(Job job, long now) {
        if (lastFirst(rank(job), now)) {
            like(job).add(job);
        } else {
            like(job).add(0, job);
        }
        joined(job, now);
    }

    private void joined(Job job, long now) {
        if (like(job).size() == 1) {
            since.put(rank(job), now);
        }
        if (size() == 1) {
            allSince = now;
        }
    }

    /** Tells whether the queue has not been empty for so long. */
    boolean stands(long interval, long now) {
        return now - allSince >= interval;
    }

    private boolean lastFirst(int rank, long now) {
        return switch (spec.order()) {
            case LIFO, PREEMPTIVE_LIFO -> true;
            case ADAPTIVE_LIFO ->
                now - since.getOrDefault(rank, now) >= spec.standing().toNanos();
            default -> false;
        };
    }

    /** Returns who is next, and stays. */
    Job next(long now) {
        for (int rank : new TreeSet<>(ranks.keySet())) {
            List<Job> queue = ranks.get(rank);
            if (!queue.isEmpty()) {
                return queue.get(lastFirst(rank, now) ? queue.size() - 1 : 0);
            }
        }
        throw new IllegalStateException("nobody waits");
    }

    void remove(Job job) {
        like(job).remove(job);
    }

    /** Returns who gives way to somebody who comes, among those who are worked on; null if nobody does. */
    Job victim(Job coming, List<Job> working) {
        Job victim = null;
        for (Job job : working) {
            if (victim == null || givesWayBefore(job, victim)) {
                victim = job;
            }
        }
        boolean gives = victim != null
                && (rank(victim) > rank(coming) || (rank(victim) == rank(coming) && lastComeFirst()))
                && interrupts();
        return gives ? victim : null;
    }

    private boolean lastComeFirst() {
        return spec.order() == Order.PREEMPTIVE_LIFO;
    }

    /** Tells whether anybody is ever interrupted. */
    boolean interrupts() {
        return lastComeFirst() || (spec.preemptive() && !spec.priority().isEmpty());
    }

    /** Later ranks first; then who came first, where who came last is served first, and else who began last. */
    boolean givesWayBefore(Job job, Job other) {
        if (rank(job) != rank(other)) {
            return rank(job) > rank(other);
        }
        return lastComeFirst() ? job.arrival < other.arrival : job.turn > other.turn;
    }
}
