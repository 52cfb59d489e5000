package dev.foreshock.engine.reference;

import dev.foreshock.engine.law.TimeSampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work in a replica whose workers are shared equally: each request gets one worker at most. What is left is counted down for each. */
final class SharedWork {
    /** A part of a nanosecond, to forgive rounding. */
    private static final double NOTHING = 1e-3;

    private final ReplicaPart replica;
    private final Agenda agenda;
    private long since;
    private Agenda.@Nullable Entry timer;

    SharedWork(ReplicaPart replica) {
        this.replica = replica;
        agenda = replica.server.agenda;
    }

    private double rate(int working) {
        return replica.speed * Math.min(1, (double) replica.workers / working);
    }

    /** Counts down what was done since the last change. Comes before a change of who is at work, of speed or of workers. */
    void countDown() {
        List<Job> working = replica.working();
        for (Job job : working) {
            job.left = Math.max(0, job.left - (agenda.now() - since) * rate(working.size()));
        }
        since = agenda.now();
    }

    /** Sets when the first will be done. Comes after a change. */
    void plan() {
        Attempt.cancel(timer);
        List<Job> working = replica.working();
        if (!working.isEmpty()) {
            double least = working.stream().mapToDouble(job -> job.left).min().orElseThrow();
            double rate = rate(working.size());
            double takes = rate == 0 ? TimeSampler.MOST_NANOS : Math.min(TimeSampler.MOST_NANOS, least / rate);
            timer = agenda.after((long) Math.ceil(takes), () -> replica.server.then(this::due));
        }
    }

    private void due() {
        countDown();
        for (Job job : replica.working()) {
            if (job.left <= NOTHING) {
                replica.workDone(job);
            }
        }
        plan();
    }

    /** Returns how many are at work without a worker of their own. */
    int excess() {
        return Math.max(0, replica.working().size() - replica.workers);
    }
}
