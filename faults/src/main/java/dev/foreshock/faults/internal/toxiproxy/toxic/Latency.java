package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/**
 * Every chunk leaves latency plus a uniform whole number of milliseconds in [-jitter, jitter) after it came, in order.
 *
 * @param latency in ms; negative is none
 * @param jitter in ms; 0 or less is none
 */
public record Latency(long latency, long jitter) implements Toxic {
    static final ToxicType TYPE = new ToxicType(
            "latency",
            List.of("latency", "jitter"),
            of -> new Latency(of.applyAsLong("latency"), of.applyAsLong("jitter")));

    private static final int QUEUED_CHUNKS = 1024;
    private static final long MOST_JITTER = Long.MAX_VALUE / 4;

    /** Refuses a jitter whose double is no number. */
    public Latency {
        if (jitter > MOST_JITTER) {
            throw new IllegalArgumentException("jitter must be at most " + MOST_JITTER + ", but was " + jitter);
        }
    }

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(latency, jitter);
    }

    @Override
    public int queuedChunks() {
        return QUEUED_CHUNKS;
    }

    @Override
    public Behavior behavior() {
        return (chunk, lane) -> {
            long due = chunk.dueNanos() + delayNanos(lane);
            long wait = due - lane.nanoTime();
            if (wait <= 0) {
                lane.forward(chunk);
                return;
            }
            lane.hold(chunk, wait, () -> {
                chunk.delayUntil(due);
                lane.forward(chunk);
            });
        };
    }

    private long delayNanos(Lane lane) {
        long millis = jitter > 0 ? latency + lane.random().nextLong(2 * jitter) - jitter : latency;
        return Nanos.ofMillis(millis);
    }
}
