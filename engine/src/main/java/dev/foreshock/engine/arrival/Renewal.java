package dev.foreshock.engine.arrival;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.random.KeyedRandom;
import java.time.Duration;
import java.util.function.ToLongFunction;

/**
 * Independent times between arrivals: a renewal process. Only the shape of their law counts, since the traffic says how many
 * come. A fixed time makes them regular. Where the rate changes, the process runs faster or slower with it. The first time is a
 * whole one.
 *
 * @param between the time between two arrivals; any mean
 */
@Doc("Independent times between arrivals, of any law; its mean is taken from the traffic.")
public record Renewal(
        @Doc("The law of the time between two arrivals; its shape counts, not its mean.")
        TimeLaw between) implements ArrivalSpec, Validated {
    /** Returns arrivals at equal distances. */
    public static Renewal regular() {
        return new Renewal(new Fixed(Duration.ofSeconds(1)));
    }

    @Override
    public void validate(Problems problems) {
        if (between.mean().isZero()) {
            problems.at("between").add(Flaw.RANGE, "the time between arrivals must be longer than nothing, but was 0s");
        }
    }

    @Override
    public ArrivalProcess process(ToLongFunction<String> stream, KeyedRandom random) {
        long times = stream.applyAsLong("arrivals");
        TimeSampler sampler = between.sampler();
        double mean = between.mean().toNanos();
        return (position, user, traffic) -> position + sampler.nextNanos(random.at(times, user)) / mean;
    }
}
