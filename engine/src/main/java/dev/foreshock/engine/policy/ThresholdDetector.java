package dev.foreshock.engine.policy;

import dev.foreshock.engine.unit.Comparison;

/**
 * Fires once every sample of some length of time met a limit, and until one does not. A missing sample is not a sample
 * that met the limit: the time starts anew.
 */
public final class ThresholdDetector implements Detector {
    private final Comparison comparison;
    private final double limit;
    private final Held held;

    /** Creates a detector of {@code comparison} with {@code limit} for {@code forNanos}. */
    public ThresholdDetector(Comparison comparison, double limit, long forNanos) {
        this.comparison = comparison;
        this.limit = limit;
        held = new Held(forNanos);
    }

    @Override
    public boolean sample(long nowNanos, double value, long good, long over) {
        return held.look(nowNanos, comparison.holds(value, limit, 0));
    }
}
