package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All connections of a proxy together send rate kB/s (1 kB = 1000 bytes) in one direction, in turns of at most 10 ms' worth: who
 * has sent its turn comes behind all others that wait. Where nothing was sent for a while, up to 50 ms' worth leave at once.
 *
 * @param rate in kB/s, from 1
 */
public record SharedBandwidth(long rate) implements Toxic {
    static final ToxicType TYPE = new ToxicType(
            "shared_bandwidth",
            List.of("rate"),
            of -> new SharedBandwidth(of.applyAsLong("rate")),
            ToxicType.Family.STREAM_EFFECT);

    private static final long TURN_MILLIS = 10;
    private static final long MOST = Long.MAX_VALUE / TURN_MILLIS;

    /** Refuses a rate at which nothing would ever leave, or that has no turn. */
    public SharedBandwidth {
        if (rate < 1 || rate > MOST) {
            throw new IllegalArgumentException("rate must be from 1 to " + MOST + ", but was " + rate);
        }
    }

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(rate);
    }

    @Override
    public Behavior behavior() {
        return behaviors().get();
    }

    @Override
    public Supplier<Behavior> behaviors() {
        Bucket bucket = new Bucket(rate);
        return () -> new Turns(bucket, rate * TURN_MILLIS);
    }

    private static final class Turns implements Behavior {
        private final Bucket bucket;
        private final long turn;
        /** Bytes whose tokens were taken and that have not left. */
        private int taken;

        Turns(Bucket bucket, long turn) {
            this.bucket = bucket;
            this.turn = turn;
        }

        @Override
        public void chunk(Chunk chunk, Lane lane) {
            while (true) {
                int size = (int) Math.min(turn, chunk.size());
                long wait = bucket.take(size, lane.nanoTime());
                if (wait > 0) {
                    taken = size;
                    lane.hold(chunk, wait, () -> {
                        taken = 0;
                        if (isAllSent(chunk, size, lane)) {
                            return;
                        }
                        chunk(chunk, lane);
                    });
                    return;
                }
                if (isAllSent(chunk, size, lane)) {
                    return;
                }
            }
        }

        private static boolean isAllSent(Chunk chunk, int size, Lane lane) {
            boolean isAll = size == chunk.size();
            lane.forward(isAll ? chunk : chunk.takeFirst(size));
            return isAll;
        }

        @Override
        public void stop() {
            bucket.giveBack(taken);
            taken = 0;
        }
    }
}
