package dev.foreshock.engine.policy;

/** Decides over the samples of a signal whether an alert fires. Owned by one thread; handed the time. */
public interface Detector {
    /**
     * Takes a sample.
     *
     * @param nowNanos when it was taken
     * @param value the signal in its base unit; NaN when the scrape failed or there was nothing to measure
     * @return whether the alert fires now
     */
    boolean sample(long nowNanos, double value);
}
