package dev.foreshock.engine.arrival;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.function.ToLongFunction;

/**
 * Bursts: a rate that changes between calm and burst, and arrivals by chance at it. With exponential times a Markov-modulated
 * Poisson process of two states (Fischer and Meier-Hellstern, "The Markov-modulated Poisson process cookbook", 1993). The mean
 * rate is that of the traffic: it is multiplied by {@code 1 / (1 + (times - 1) p)} in a calm and by {@code times} times that in
 * a burst, where {@code p} is the share of time in bursts. It begins with a calm.
 *
 * @param times the rate in a burst over that in a calm
 * @param burst how long a burst lasts
 * @param calm how long a calm lasts
 */
@Doc("Bursts: arrivals by chance at a rate that changes between calm and burst, around the traffic.")
public record Bursty(
        @Doc("The rate in a burst over that in a calm.") @Range(min = 1, max = 1_000_000)
        double times,

        @Doc("How long a burst lasts.") TimeLaw burst,
        @Doc("How long a calm lasts.") TimeLaw calm)
        implements ArrivalSpec, Validated {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    @Override
    public ArrivalProcess process(ToLongFunction<String> stream, KeyedRandom random) {
        return new Modulated(stream, random);
    }

    @Override
    public void validate(Problems problems) {
        last(burst, problems.at("burst"));
        last(calm, problems.at("calm"));
    }

    private static void last(TimeLaw law, Problems problems) {
        if (law.mean().compareTo(SHORTEST) < 0) {
            problems.add(
                    Flaw.RANGE,
                    "calms and bursts must last at least 1ms in the mean, but had " + Spans.text(law.mean()));
        }
    }

    /** Walks through the states as arrivals need them. */
    private final class Modulated implements ArrivalProcess {
        private final KeyedRandom random;
        private final long arrivals;
        private final long states;
        private final TimeSampler[] lasts = {calm.sampler(), burst.sampler()};
        private final double[] factor = new double[2];
        private long endsNanos;
        private double ends;
        private double all;
        private int state;

        Modulated(ToLongFunction<String> stream, KeyedRandom random) {
            this.random = random;
            arrivals = stream.applyAsLong("arrivals");
            states = stream.applyAsLong("bursts");
            double calmNanos = calm.mean().toNanos();
            double burstNanos = burst.mean().toNanos();
            factor[0] = (calmNanos + burstNanos) / (calmNanos + times * burstNanos);
            factor[1] = times * factor[0];
            endsNanos = lasts[0].nextNanos(random.at(states, 0));
        }

        @Override
        public double next(double position, int user, Traffic traffic) {
            double left = random.at(arrivals, user).exponential();
            double at = position;
            if (user == 0) {
                ends = traffic.expectedAt(endsNanos);
                all = traffic.expectedAt(Long.MAX_VALUE);
            }
            while (true) {
                double rate = factor[state & 1];
                if ((ends - at) * rate >= left || ends >= all) {
                    return at + left / rate;
                }
                left -= (ends - at) * rate;
                at = ends;
                state++;
                endsNanos += Math.max(1, lasts[state & 1].nextNanos(random.at(states, state)));
                ends = traffic.expectedAt(endsNanos);
            }
        }
    }
}
