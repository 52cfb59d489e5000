package dev.foreshock.engine.arrival;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.function.ToLongFunction;

/**
 * Word of mouth: some users come by themselves, at the rate of the traffic, and every user brings others a while later. With an
 * exponential while a Hawkes process (Hawkes, "Spectra of some self-exciting and mutually exciting point processes", 1971),
 * drawn as clusters (Hawkes and Oakes 1974). Altogether {@code 1 / (1 - brings)} times the traffic come.
 *
 * @param brings how many others one user brings, in the mean (the branching ratio); below 1, lest they grow for ever
 * @param after the time until each of them comes
 */
@Doc("Word of mouth: every user brings others after a while, beside those who come by themselves.")
public record SelfExciting(
        @Doc("How many others one user brings, in the mean; below 1, lest they grow for ever.") @Range(max = 0.999)
        double brings,

        @Doc("The time until each of them comes.") TimeLaw after)
        implements ArrivalSpec {
    @Override
    public ArrivalProcess process(ToLongFunction<String> stream, KeyedRandom random) {
        long arrivals = stream.applyAsLong("arrivals");
        return (position, user, traffic) -> position + random.at(arrivals, user).exponential();
    }

    @Override
    public Brood brood() {
        return new Brood(brings, after);
    }

    @Override
    public double multiplies() {
        return 1 / (1 - brings);
    }
}
