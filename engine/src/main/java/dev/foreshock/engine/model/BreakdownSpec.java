package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.OfStory;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.law.TimeLaw;
import org.jspecify.annotations.Nullable;

/**
 * Breakdowns of the replicas of a server, each for itself and whether it is busy or not. The availability of a replica is
 * {@code every / (every + repair)} in the mean, as long as no repair waits for a crew (Barlow and Proschan, "Mathematical theory of
 * reliability", 1965).
 *
 * @param every how long a replica is up until it breaks
 * @param repair how long a repair takes, once there is a crew for it
 * @param work what becomes of the requests in a replica that breaks
 * @param crews how many replicas are repaired at a time, those first that broke first; null for any number
 */
@Doc("Breakdowns of the replicas of a server, each for itself and whether it is busy or not.")
public record BreakdownSpec(
        @Doc("How long a replica is up until it breaks.") @OfStory
        TimeLaw every,

        @Doc("How long a repair takes, once there is a crew for it.") @OfStory
        TimeLaw repair,

        @Doc(
                "What becomes of the requests in a replica that breaks: kept (they wait and go on where they were; where all replicas are broken, others join them) or lost (they are reset; what comes meanwhile is refused, and the replica starts cold as after a crash).")
        @Default("lost")
        Work work,

        @Doc("How many replicas are repaired at a time, those first that broke first; any number, if left out.")
        @Range(min = 1, max = 10_000)
        @Nullable
        Integer crews)
        implements Validated {
    /** What becomes of the requests in a replica that breaks. */
    public enum Work {
        /** They wait, and go on where they were (preemptive resume). */
        KEPT,
        /** They are reset. */
        LOST
    }

    @Override
    public void validate(Problems problems) {
        if (every.mean().isZero()) {
            problems.at("every")
                    .add(Flaw.RANGE, "the time until a replica breaks must be longer than nothing, but was 0s");
        }
    }

    /** Returns breakdowns with a crew for every replica. */
    public static BreakdownSpec of(TimeLaw every, TimeLaw repair, Work work) {
        return new BreakdownSpec(every, repair, work, null);
    }

    /** Returns these breakdowns with {@code count} crews. */
    public BreakdownSpec repairedBy(int count) {
        return new BreakdownSpec(every, repair, work, count);
    }

    /**
     * Returns the mean share of {@code replicas} that are up. With fewer crews than replicas it is that of the birth and death process of
     * exponential times: {@code p(i+1) = p(i) (n-i) repair / (min(i+1, crews) every)} for {@code i} broken ones.
     */
    public double availability(int replicas) {
        double ratio = (double) repair.mean().toNanos() / every.mean().toNanos();
        double p = 1;
        double sum = 0;
        double up = 0;
        for (int broken = 0; broken <= replicas; broken++) {
            sum += p;
            up += p * (replicas - broken);
            int repaired = crews == null ? broken + 1 : Math.min(broken + 1, crews);
            p *= (replicas - broken) * ratio / repaired;
            if (p > 1e200) {
                p /= 1e200;
                sum /= 1e200;
                up /= 1e200;
            }
        }
        return up / sum / replicas;
    }
}
