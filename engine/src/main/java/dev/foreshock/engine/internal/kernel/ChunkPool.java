package dev.foreshock.engine.internal.kernel;

import java.util.Arrays;

/**
 * Chains of events in chunks of four, all in one array: appending costs a store, and a chain that is consumed
 * gives its chunks back. A chain is a long, {@code count << 32 | last chunk}, and 0 is the empty one; each
 * chunk links to the one before it. An event whose key is 0 is dead and goes away with the next move of its
 * chain.
 */
final class ChunkPool {
    /** Log of the events per chunk. */
    private static final int CHUNK_BITS = 2;

    private static final int LAST_IN_CHUNK = (1 << CHUNK_BITS) - 1;
    private static final long ONE_EVENT = 1L << 32;
    private static final int NO_CHUNK = -1;

    /** Event e of chunk c is the pair at {@code 2 * (c << CHUNK_BITS | e)}: time, key. */
    private long[] cells = new long[0];

    private int[] before = new int[0];
    private int firstFree = NO_CHUNK;
    private int free;
    /** Below this many free chunks it is time to sweep; moves between rungs live on the rest. */
    private int reserve;

    // What the last survey found.
    private int live;
    private long earliest;
    private long latest;

    ChunkPool(int chunks) {
        resize(chunks);
    }

    static int count(long chain) {
        return (int) (chain >>> 32);
    }

    /** Adds an event at the end and returns the longer chain. */
    long append(long chain, long timeNanos, long key) {
        int within = count(chain) & LAST_IN_CHUNK;
        long longer = within == 0 ? chained(chain) : chain + ONE_EVENT;
        int cell = 2 * ((int) longer << CHUNK_BITS | within);
        cells[cell] = timeNanos;
        cells[cell + 1] = key;
        return longer;
    }

    private long chained(long chain) {
        if (firstFree == NO_CHUNK) {
            grow();
        }
        int chunk = firstFree;
        firstFree = before[chunk];
        free--;
        before[chunk] = (int) chain;
        return (count(chain) + 1L) << 32 | chunk;
    }

    private void release(int chunk) {
        before[chunk] = firstFree;
        firstFree = chunk;
        free++;
    }

    /** Finds how many events are live, the earliest and the latest of them, and marks the others dead. */
    void survey(long chain, Liveness liveness) {
        live = 0;
        earliest = Long.MAX_VALUE;
        latest = Long.MIN_VALUE;
        int chunk = (int) chain;
        for (int left = count(chain); left > 0; chunk = before[chunk]) {
            int from = (left - 1) & ~LAST_IN_CHUNK;
            surveyChunk(chunk, left - from, liveness);
            left = from;
        }
    }

    private void surveyChunk(int chunk, int events, Liveness liveness) {
        int cell = 2 * (chunk << CHUNK_BITS);
        for (int end = cell + 2 * events; cell < end; cell += 2) {
            if (liveness.alive(cells[cell + 1])) {
                live++;
                earliest = Math.min(earliest, cells[cell]);
                latest = Math.max(latest, cells[cell]);
            } else {
                cells[cell + 1] = 0;
            }
        }
    }

    int live() {
        return live;
    }

    long earliest() {
        return earliest;
    }

    long latest() {
        return latest;
    }

    /** Moves a chain's live events into the bottom, which sorts them, and releases its chunks. */
    void pour(long chain, Liveness liveness, Bottom bottom) {
        int chunk = (int) chain;
        for (int left = count(chain); left > 0; ) {
            int from = (left - 1) & ~LAST_IN_CHUNK;
            int first = 2 * (chunk << CHUNK_BITS);
            for (int cell = first + 2 * (left - from - 1); cell >= first; cell -= 2) {
                long key = cells[cell + 1];
                if (key != 0 && liveness.alive(key)) {
                    bottom.prepend(cells[cell], key);
                }
            }
            int previous = before[chunk];
            release(chunk);
            chunk = previous;
            left = from;
        }
    }

    /**
     * Moves a chain's events, but for those marked dead, into the buckets of a rung, in order, and releases its
     * chunks.
     */
    void pour(long chain, Rung rung) {
        int chunk = firstOf(chain);
        for (int left = count(chain); left > 0; left -= LAST_IN_CHUNK + 1) {
            int cell = 2 * (chunk << CHUNK_BITS);
            for (int end = cell + 2 * Math.min(left, LAST_IN_CHUNK + 1); cell < end; cell += 2) {
                if (cells[cell + 1] != 0) {
                    rung.append(this, cells[cell], cells[cell + 1]);
                }
            }
            int next = before[chunk];
            release(chunk);
            chunk = next;
        }
    }

    /** Returns the chain without its dead events. */
    long sweep(long chain, Liveness liveness) {
        survey(chain, liveness);
        if (live == count(chain)) {
            return chain;
        }
        long swept = 0;
        int chunk = firstOf(chain);
        for (int left = count(chain); left > 0; left -= LAST_IN_CHUNK + 1) {
            int cell = 2 * (chunk << CHUNK_BITS);
            for (int end = cell + 2 * Math.min(left, LAST_IN_CHUNK + 1); cell < end; cell += 2) {
                if (cells[cell + 1] != 0) {
                    swept = append(swept, cells[cell], cells[cell + 1]);
                }
            }
            int next = before[chunk];
            release(chunk);
            chunk = next;
        }
        return swept;
    }

    /** Turns the links of a chain round, so that it can be walked from its first chunk, which is returned. */
    private int firstOf(long chain) {
        int chunk = (int) chain;
        int next = NO_CHUNK;
        for (int left = (count(chain) + LAST_IN_CHUNK) >>> CHUNK_BITS; left > 0; left--) {
            int previous = before[chunk];
            before[chunk] = next;
            next = chunk;
            chunk = previous;
        }
        return next;
    }

    /** Whether the pool is about to grow, so that sweeping first may pay. */
    boolean isTight() {
        return free < reserve;
    }

    /** Grows if a sweep has freed less than half of the pool, so that sweeps stay rare. */
    void growUnlessHalfFree() {
        if (free < before.length / 2) {
            grow();
        }
    }

    private void grow() {
        resize(Math.multiplyExact(before.length, 2));
    }

    private void resize(int chunks) {
        int old = before.length;
        cells = Arrays.copyOf(cells, Math.multiplyExact(chunks, 2 << CHUNK_BITS));
        before = Arrays.copyOf(before, chunks);
        reserve = chunks / 8;
        for (int chunk = chunks - 1; chunk >= old; chunk--) {
            release(chunk);
        }
    }
}
