package dev.foreshock.engine.steady;

import java.util.List;

/**
 * How many requests were in flight over the whole run, or calls at one component, waiting ones too: what MSER-5 looks for the end of
 * the warm-up in.
 *
 * @param stepNanos the length of time that each mean is of, in nanoseconds; the first begins with the run
 * @param means the mean number in each step, in order
 * @param warmUpNanos how long MSER-5 says that the warm-up of this level is, in nanoseconds; half the run where it found no end
 * @param isSettled whether it found an end in the first half
 */
public record SteadyLevel(long stepNanos, List<Double> means, long warmUpNanos, boolean isSettled) {
    /** Copies the list. */
    public SteadyLevel {
        means = List.copyOf(means);
    }
}
