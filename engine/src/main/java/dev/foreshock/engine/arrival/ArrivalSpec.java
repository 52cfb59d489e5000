package dev.foreshock.engine.arrival;

import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The description of how users arrive around the rate of their traffic. Implemented by records. */
public interface ArrivalSpec {
    /**
     * Compiles it for one replication.
     *
     * @param stream gives the random stream for one purpose
     * @param random the generator that draws are made with
     */
    ArrivalProcess process(ToLongFunction<String> stream, KeyedRandom random);

    /** Returns what users bring about, or null if each comes for himself. */
    default @Nullable Brood brood() {
        return null;
    }

    /** Returns the mean number of users for each that the traffic has. */
    default double multiplies() {
        return 1;
    }

    /**
     * Users who come because another came.
     *
     * @param each how many one user brings, in the mean
     * @param after the time until each of them comes
     */
    record Brood(double each, TimeLaw after) {}
}
