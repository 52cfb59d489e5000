package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Halves a chunk, and its halves, until no piece is larger than average plus variation; each cut is off the middle by a
 * uniform number in [-variation, variation). Pauses after every piece.
 *
 * @param averageSize in bytes, at least 1
 * @param sizeVariation in bytes, from 0 to the average
 * @param delay in microseconds; what a timer is late by is made up for
 */
public record Slicer(long averageSize, long sizeVariation, long delay) implements Toxic {
    static final ToxicType TYPE = new ToxicType(
            "slicer",
            List.of("average_size", "size_variation", "delay"),
            of -> new Slicer(
                    of.applyAsLong("average_size"), of.applyAsLong("size_variation"), of.applyAsLong("delay")));

    /** Refuses sizes that would never end or cut outside of the chunk. */
    public Slicer {
        if (averageSize < 1) {
            throw new IllegalArgumentException("average_size must be at least 1, but was " + averageSize);
        }
        if (sizeVariation < 0 || sizeVariation > averageSize) {
            throw new IllegalArgumentException(
                    "size_variation must be from 0 to average_size " + averageSize + ", but was " + sizeVariation);
        }
    }

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(averageSize, sizeVariation, delay);
    }

    @Override
    public Behavior behavior() {
        return new Slices();
    }

    /** Adds the sizes of the pieces of {@code size} bytes to {@code pieces}, in order. */
    void cut(int size, Lane lane, Deque<Integer> pieces) {
        if (size - averageSize <= sizeVariation) {
            pieces.add(size);
            return;
        }
        int middle = size / 2;
        if (sizeVariation > 0) {
            middle += (int) (lane.random().nextLong(2 * sizeVariation) - sizeVariation);
        }
        cut(middle, lane, pieces);
        cut(size - middle, lane, pieces);
    }

    private final class Slices implements Behavior {
        private final Deque<Integer> pieces = new ArrayDeque<>();
        private long dueNanos = Long.MIN_VALUE;

        @Override
        public void chunk(Chunk chunk, Lane lane) {
            cut(chunk.size(), lane, pieces);
            dueNanos = Math.max(dueNanos, lane.nanoTime());
            send(chunk, lane);
        }

        private void send(Chunk chunk, Lane lane) {
            while (!pieces.isEmpty()) {
                long wait = dueNanos - lane.nanoTime();
                if (wait > 0) {
                    lane.hold(chunk, wait, () -> send(chunk, lane));
                    return;
                }
                dueNanos += Nanos.ofMicros(delay);
                int piece = pieces.remove();
                lane.forward(pieces.isEmpty() ? chunk : chunk.takeFirst(piece));
            }
        }

        @Override
        public void end(Lane lane) {
            long wait = dueNanos - lane.nanoTime();
            if (dueNanos == Long.MIN_VALUE || wait <= 0) {
                lane.close();
            } else {
                lane.pause(wait, lane::close);
            }
        }
    }
}
