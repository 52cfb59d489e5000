package dev.foreshock.engine.policy;

/** Decides over the scrapes of a component whether an alert fires. Owned by one thread; handed the time. */
public interface Detector {
    /** What both counters are when the scrape failed. */
    long LOST = -1;

    /**
     * Takes a scrape. Counters count from the start of the run, where both are 0, and run on through scrapes that fail.
     *
     * @param nowNanos when it was taken
     * @param value the signal in its base unit; NaN when the scrape failed or there was nothing to measure
     * @param good the requests that have ended well; {@link #LOST} when the scrape failed
     * @param over the requests that have ended; {@link #LOST} when the scrape failed
     * @return whether the alert fires now
     */
    boolean sample(long nowNanos, double value, long good, long over);
}
