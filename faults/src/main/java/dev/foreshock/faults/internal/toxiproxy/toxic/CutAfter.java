package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/**
 * Cuts a connection once so many bytes have passed in this direction, or so long after this began to act on it, whichever comes
 * first; for a connection that comes in later that is when its server answered.
 *
 * @param bytes how many pass; 0 is any number
 * @param time in ms; 0 is for ever
 * @param reset 0 for an end after all that has passed, as of a process that closes; 1 for a reset of both sockets at once, after which
 *     the system may lose what had passed
 */
public record CutAfter(long bytes, long time, long reset) implements Toxic {
    static final ToxicType TYPE = new ToxicType(
            "cut_after",
            List.of("bytes", "time", "reset"),
            of -> new CutAfter(of.applyAsLong("bytes"), of.applyAsLong("time"), of.applyAsLong("reset")),
            ToxicType.Family.STREAM_EFFECT);

    /** Refuses what never cuts. */
    public CutAfter {
        if (bytes < 0 || time < 0 || (bytes == 0 && time == 0)) {
            throw new IllegalArgumentException(
                    "bytes or time must be at least 1, but were " + bytes + " and " + time + " ms");
        }
        if (reset != 0 && reset != 1) {
            throw new IllegalArgumentException("reset must be 0 (an end) or 1 (a reset), but was " + reset);
        }
    }

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(bytes, time, reset);
    }

    @Override
    public Behavior behavior() {
        return new Behavior() {
            @Override
            public void start(Lane lane) {
                if (time > 0) {
                    lane.alarm(Nanos.ofMillis(time), () -> cut(lane));
                }
            }

            @Override
            public void chunk(Chunk chunk, Lane lane) {
                if (bytes > 0) {
                    count(chunk, lane);
                } else {
                    lane.forward(chunk);
                }
            }
        };
    }

    private void count(Chunk chunk, Lane lane) {
        long left = bytes - lane.counted();
        lane.count(Math.min(left, chunk.size()));
        if (chunk.size() < left) {
            lane.forward(chunk);
            return;
        }
        if (chunk.size() > left) {
            lane.forward(chunk.takeFirst((int) left));
            lane.drop(chunk);
        } else {
            lane.forward(chunk);
        }
        cut(lane);
    }

    private void cut(Lane lane) {
        if (reset == 1) {
            lane.abort();
        } else {
            lane.close();
        }
    }
}
