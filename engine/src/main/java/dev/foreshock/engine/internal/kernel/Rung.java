package dev.foreshock.engine.internal.kernel;

/**
 * A row of buckets of one power-of-two width, for the times from its first event up to {@link #last()}. Bucket
 * bounds are multiples of the width, so those of a finer rung never cross those of a coarser one; the last
 * bucket takes all that is left up to {@link #last()}, however wide. Events are only ever appended.
 */
final class Rung {
    /** Events per bucket aimed at; 1 to 6 cost about the same. */
    private static final int OCCUPANCY = 3;

    private long[] buckets = new long[64];
    private int size;
    /** The first bucket that may hold events. */
    private int cursor;

    private int shift;
    /** The number of the first bucket, counting widths from time 0. */
    private long base;

    private long last;

    /** Lays out empty buckets fit for so many events between two times, the last bucket reaching to {@code last}. */
    void open(int events, long earliest, long latest, long last) {
        long width = (latest - earliest) / (events / OCCUPANCY);
        shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(width | 1);
        base = earliest >> shift;
        size = (int) ((latest >> shift) - base) + 1;
        cursor = 0;
        this.last = last;
        if (buckets.length < size) {
            buckets = new long[Integer.highestOneBit(size - 1) << 1];
        }
    }

    void append(ChunkPool pool, long timeNanos, long key) {
        int bucket = (int) Math.min((timeNanos >> shift) - base, size - 1);
        buckets[bucket] = pool.append(buckets[bucket], timeNanos, key);
    }

    /** Takes the events of the first bucket that has any; 0 if all that begin up to the limit are empty. */
    long take(long limitNanos) {
        int end = (int) Math.max(0, Math.min((limitNanos >> shift) - base, size - 1) + 1);
        while (cursor < end) {
            long chain = buckets[cursor];
            if (chain != 0) {
                buckets[cursor] = 0;
                return chain;
            }
            cursor++;
        }
        return 0;
    }

    /** The latest time that can no longer be stored here, as the cursor has passed it. */
    long passed() {
        return cursor == size ? last : ((base + cursor) << shift) - 1;
    }

    /** Passes the bucket just taken and returns {@link #passed()}. */
    long pass() {
        cursor++;
        return passed();
    }

    boolean isExhausted() {
        return cursor == size;
    }

    /** The last time that belongs here; later ones belong to the rung below or to the top. */
    long last() {
        return last;
    }

    void sweep(ChunkPool pool, Liveness liveness) {
        for (int bucket = cursor; bucket < size; bucket++) {
            buckets[bucket] = pool.sweep(buckets[bucket], liveness);
        }
    }
}
