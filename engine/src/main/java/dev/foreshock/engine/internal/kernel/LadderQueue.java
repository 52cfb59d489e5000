package dev.foreshock.engine.internal.kernel;

import java.util.Arrays;

/**
 * A ladder queue: far events lie unsorted in the top; when they come near, they are spread over a rung of
 * buckets; a crowded bucket is spread over a finer rung above; a thin one is sorted into the bottom, from which
 * events are popped. So an event is moved about three times whatever the number pending, and comparisons are
 * few and mostly predictable.
 *
 * <p>Every time has exactly one home: the bottom up to {@link #bottomLast}, then the finest rung up to its last
 * time, then the next coarser one, …, then the top. Events of one time therefore always move together and in
 * order, and whenever something moves, cancelled events are dropped.
 *
 * <p>Source: W. T. Tang, R. S. M. Goh, I. L.-J. Thng, "Ladder queue: an O(1) priority queue structure for large-scale
 * discrete event simulation", ACM TOMACS 15(3), 2005; differs in its power-of-two widths, chunks and liveness check.
 */
public final class LadderQueue implements EventQueue {
    /** A bottom larger than this is spread over a rung, unless all its times are equal. */
    private static final int CROWD = 48;

    private final Liveness liveness;
    private final ChunkPool pool = new ChunkPool(64);
    private final Bottom bottom = new Bottom();
    /** Coarse to fine; the first {@link #depth} are in use. */
    private Rung[] rungs = {new Rung(), new Rung()};

    private int depth;
    /** The last time whose events belong into the bottom; later ones are in the rungs or the top. */
    private long bottomLast = -1;

    /** A chain of {@link #pool}. */
    private long top;

    /** The last time popped, or else the last limit up to which there was nothing. */
    private long floor;

    public LadderQueue(Liveness liveness) {
        this.liveness = liveness;
    }

    @Override
    public void push(long timeNanos, long key) {
        if (timeNanos <= bottomLast && hasRoom(timeNanos)) {
            bottom.insert(timeNanos, key);
            return;
        }
        if (pool.isTight()) {
            sweep();
        }
        int rung = depth - 1;
        while (rung >= 0 && timeNanos > rungs[rung].last()) {
            rung--;
        }
        if (rung < 0) {
            top = pool.append(top, timeNanos, key);
        } else {
            rungs[rung].append(pool, timeNanos, key);
        }
    }

    /**
     * Whether the bottom may take an event of this time; if not, its events have moved to a new rung, which
     * takes it.
     */
    private boolean hasRoom(long timeNanos) {
        if (bottom.size() < CROWD) {
            return true;
        }
        long latest = Math.max(bottom.latest(), timeNanos);
        if (latest == Math.min(bottom.earliest(), timeNanos)) {
            return true;
        }
        while (depth > 0 && rungs[depth - 1].isExhausted()) {
            depth--;
        }
        // From the earliest time that may still come, lest a falling series of times opens rung upon rung.
        long earliest = Math.min(floor, Math.min(bottom.earliest(), timeNanos));
        Rung rung = openRung(bottom.size(), earliest, latest, bottomLast);
        bottom.pour(pool, rung);
        return false;
    }

    @Override
    public boolean pop(long limitNanos, Event into) {
        do {
            while (!bottom.isEmpty()) {
                long time = bottom.earliest();
                if (time > limitNanos) {
                    floor = limitNanos;
                    return false;
                }
                long key = bottom.firstKey();
                bottom.dropFirst();
                if (liveness.alive(key)) {
                    floor = time;
                    into.timeNanos = time;
                    into.key = key;
                    return true;
                }
            }
        } while (refill(limitNanos));
        floor = limitNanos;
        return false;
    }

    @Override
    public long earliest() {
        do {
            for (; !bottom.isEmpty(); bottom.dropFirst()) {
                if (liveness.alive(bottom.firstKey())) {
                    return bottom.earliest();
                }
            }
        } while (refill(Long.MAX_VALUE));
        return Long.MAX_VALUE;
    }

    /** Moves on what comes next; false when that is later than the limit or there is nothing. */
    private boolean refill(long limitNanos) {
        if (depth == 0) {
            return refillFromTop();
        }
        Rung rung = rungs[depth - 1];
        long chain = rung.take(limitNanos);
        bottomLast = Math.max(bottomLast, rung.passed());
        if (rung.isExhausted()) {
            depth--;
            return true;
        }
        if (chain == 0) {
            return false;
        }
        if (ChunkPool.count(chain) > CROWD) {
            spread(chain, rung);
        } else {
            fillBottom(chain, ChunkPool.count(chain));
            bottomLast = rung.pass();
        }
        return true;
    }

    /**
     * Moves a crowded bucket to a finer rung, or to the bottom if only few live events or one time are left in
     * it.
     */
    private void spread(long chain, Rung from) {
        pool.survey(chain, liveness);
        if (pool.live() > CROWD && pool.earliest() < pool.latest()) {
            int events = pool.live();
            long last = from.pass();
            if (from.isExhausted()) {
                depth--;
            }
            pool.pour(chain, openRung(events, pool.earliest(), pool.latest(), last));
        } else {
            fillBottom(chain, pool.live());
            bottomLast = pool.live() > CROWD ? pool.latest() : from.pass();
        }
    }

    private boolean refillFromTop() {
        long chain = top;
        top = 0;
        int events = ChunkPool.count(chain);
        if (events > CROWD) {
            pool.survey(chain, liveness);
            events = pool.live();
            if (events > CROWD && pool.earliest() < pool.latest()) {
                pool.pour(chain, openRung(events, pool.earliest(), pool.latest(), pool.latest()));
                return true;
            }
        }
        fillBottom(chain, events);
        if (bottom.isEmpty()) {
            return false;
        }
        bottomLast = Math.max(bottomLast, bottom.latest());
        return true;
    }

    private void fillBottom(long chain, int atMost) {
        bottom.expect(atMost);
        pool.pour(chain, liveness, bottom);
    }

    /** Puts a rung in front of all others. The bottom must be empty or about to be poured into it. */
    private Rung openRung(int events, long earliest, long latest, long last) {
        if (depth == rungs.length) {
            rungs = Arrays.copyOf(rungs, depth + 1);
            rungs[depth] = new Rung();
        }
        Rung rung = rungs[depth++];
        rung.open(events, earliest, latest, last);
        bottomLast = rung.passed();
        return rung;
    }

    /** Drops all cancelled events, so that memory follows the timers pending, not the timers set. */
    private void sweep() {
        top = pool.sweep(top, liveness);
        for (int rung = 0; rung < depth; rung++) {
            rungs[rung].sweep(pool, liveness);
        }
        pool.growUnlessHalfFree();
    }
}
