package dev.foreshock.engine.internal.parts;

/**
 * Estimates a rate from arrivals: {@code r(t) = sum over t_i < t of exp(-(t - t_i) / tau) / (tau (1 - exp(-t / tau)))}.
 * Arrivals count from the moment after they were added.
 */
final class RateEstimate {
    private final double tauNanos;
    private double weight;
    private long atNanos;

    /** Creates an estimate at time 0 that has the variance of a count over the last {@code overNanos}. */
    RateEstimate(long overNanos) {
        tauNanos = overNanos / 2.0;
    }

    /** Counts an arrival. Times must not run backwards. */
    void add(long nowNanos) {
        weight = weightAt(nowNanos) + 1;
        atNanos = nowNanos;
    }

    /** Returns arrivals per second; 0 at time 0. */
    double perSecond(long nowNanos) {
        return nowNanos == 0 ? 0 : weightAt(nowNanos) * 1e9 / (tauNanos * -StrictMath.expm1(-nowNanos / tauNanos));
    }

    private double weightAt(long nowNanos) {
        return weight * StrictMath.exp(-(nowNanos - atNanos) / tauNanos);
    }
}
