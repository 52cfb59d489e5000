package dev.foreshock.engine.live;

/**
 * What callers in one part have seen of a component since the start.
 *
 * @param sent the calls that they sent
 * @param over those that are over for them
 * @param good those answered as wanted, in time
 * @param feltNanos how long they waited for those that are over, together
 */
public record Seen(long sent, long over, long good, double feltNanos) {
    /** Nothing. */
    public static final Seen NOTHING = new Seen(0, 0, 0, 0);

    /** Returns both together. */
    public Seen and(Seen other) {
        return new Seen(sent + other.sent, over + other.over, good + other.good, feltNanos + other.feltNanos);
    }
}
