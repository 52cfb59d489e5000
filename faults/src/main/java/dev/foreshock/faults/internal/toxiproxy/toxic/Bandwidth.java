package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/**
 * Bytes leave at rate kB/s (1 kB = 1000 bytes), in slices of 100 ms where a chunk takes longer. What a timer is late by is
 * taken off the next wait. At rate 0 nothing leaves and the connection stays open.
 *
 * @param rate in kB/s
 */
public record Bandwidth(long rate) implements Toxic {
    static final ToxicType TYPE =
            new ToxicType("bandwidth", List.of("rate"), of -> new Bandwidth(of.applyAsLong("rate")));

    private static final long SLICE_MILLIS = 100;
    private static final long SLICE_NANOS = SLICE_MILLIS * Nanos.PER_MILLI;
    private static final long MOST = Long.MAX_VALUE / SLICE_MILLIS;

    /** Refuses what has no slice. */
    public Bandwidth {
        if (rate < 0 || rate > MOST) {
            throw new IllegalArgumentException("rate must be from 0 to " + MOST + ", but was " + rate);
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
        return rate == 0 ? (chunk, lane) -> lane.holdForever(chunk) : new Metered(rate);
    }

    private static final class Metered implements Behavior {
        private final long rate;
        private long debtNanos;

        Metered(long rate) {
            this.rate = rate;
        }

        @Override
        public void chunk(Chunk chunk, Lane lane) {
            debtNanos += chunk.size() * Nanos.PER_MILLI / rate;
            send(chunk, lane);
        }

        private void send(Chunk chunk, Lane lane) {
            long slice = rate * SLICE_MILLIS;
            if (chunk.size() > slice) {
                pause(chunk, SLICE_NANOS, lane, () -> {
                    lane.forward(chunk.takeFirst((int) slice));
                    send(chunk, lane);
                });
            } else if (debtNanos > 0) {
                pause(chunk, debtNanos, lane, () -> lane.forward(chunk));
            } else {
                lane.forward(chunk);
            }
        }

        private void pause(Chunk chunk, long nanos, Lane lane, Runnable then) {
            long from = lane.nanoTime();
            lane.hold(chunk, nanos, () -> {
                debtNanos -= lane.nanoTime() - from;
                then.run();
            });
        }
    }
}
