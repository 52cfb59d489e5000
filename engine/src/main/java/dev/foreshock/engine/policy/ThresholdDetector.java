package dev.foreshock.engine.policy;

import dev.foreshock.engine.unit.Comparison;

/**
 * Fires once every sample of some length of time met a limit, and until one does not. A missing sample is not a sample
 * that met the limit: the time starts anew.
 */
public final class ThresholdDetector implements Detector {
    private static final long NOT_MET = -1;

    private final Comparison comparison;
    private final double limit;
    private final long forNanos;
    private long metSince = NOT_MET;

    /** Creates a detector of {@code comparison} with {@code limit} for {@code forNanos}. */
    public ThresholdDetector(Comparison comparison, double limit, long forNanos) {
        this.comparison = comparison;
        this.limit = limit;
        this.forNanos = forNanos;
    }

    @Override
    public boolean sample(long nowNanos, double value) {
        if (!comparison.holds(value, limit, 0)) {
            metSince = NOT_MET;
            return false;
        }
        if (metSince == NOT_MET) {
            metSince = nowNanos;
        }
        return nowNanos - metSince >= forNanos;
    }
}
