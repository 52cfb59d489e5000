package dev.foreshock.engine.policy;

import dev.foreshock.engine.unit.Comparison;

/**
 * Fires once the exponentially weighted moving average of a signal met a limit at every look of some length of time: {@code m = m + alpha
 * (x - m)} with each sample {@code x}, beginning with the first (Roberts, "Control chart tests based on geometric moving averages",
 * 1959). A missing sample leaves the average as it was.
 */
public final class EwmaDetector implements Detector {
    private final double alpha;
    private final Comparison comparison;
    private final double limit;
    private final Held held;
    private double mean = Double.NaN;

    /** Creates a detector that gives a new sample the weight {@code alpha}. */
    public EwmaDetector(double alpha, Comparison comparison, double limit, long forNanos) {
        this.alpha = alpha;
        this.comparison = comparison;
        this.limit = limit;
        held = new Held(forNanos);
    }

    @Override
    public boolean sample(long nowNanos, double value, long good, long over) {
        if (!Double.isNaN(value)) {
            mean = Double.isNaN(mean) ? value : mean + alpha * (value - mean);
        }
        return held.look(nowNanos, comparison.holds(mean, limit, 0));
    }
}
