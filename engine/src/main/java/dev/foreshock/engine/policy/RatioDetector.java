package dev.foreshock.engine.policy;

/**
 * Fires once the share of failed requests in a sliding window was above a limit at every look of some length of time, and until it
 * is not. A lost scrape does not stop the look: it goes by the scrapes that are in the window. Where no request ended in it, the
 * limit is not met.
 */
public final class RatioDetector implements Detector {
    private final SlidingWindow window;
    private final double above;
    private final Held held;

    /** Creates a detector of more than {@code above} in {@code windowNanos} for {@code forNanos}. */
    public RatioDetector(long windowNanos, double above, long forNanos) {
        window = new SlidingWindow(windowNanos);
        this.above = above;
        held = new Held(forNanos);
    }

    @Override
    public boolean sample(long nowNanos, double value, long good, long over) {
        if (good != LOST) {
            window.add(nowNanos, good, over);
        }
        return held.look(nowNanos, window.failed(nowNanos) > above);
    }
}
