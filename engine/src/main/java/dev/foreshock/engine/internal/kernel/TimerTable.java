package dev.foreshock.engine.internal.kernel;

import java.util.Arrays;

/**
 * The pending timers, in flat arrays with a free list. A key is {@code sequence << SLOT_BITS | slot}: unique
 * for ever, rising with every timer, and never 0. A timer is alive exactly while its slot holds its key; so
 * cancelling is one store, the slot is free at once, and a stale key finds another key or none.
 */
final class TimerTable implements Liveness {
    /** 8 388 608 timers pending at once, 1.1e12 timers in a run. */
    static final int SLOT_BITS = 23;

    static final int MAX_SLOTS = 1 << SLOT_BITS;
    private static final int SLOT_MASK = MAX_SLOTS - 1;
    private static final long MAX_SEQUENCE = Long.MAX_VALUE >>> SLOT_BITS;
    private static final long NO_KEY = -1;
    private static final int NO_SLOT = -1;

    /** Ints per slot in {@link #facts}. */
    private static final int FACTS = 4;

    private static final int HANDLER = 0;
    private static final int OP = 1;
    private static final int ARG = 2;
    private static final int NEXT_FREE = 3;

    private long[] keys = new long[0];
    /** Side by side, so that an event that fires touches one cache line. */
    private int[] facts = new int[0];

    private int firstFree = NO_SLOT;
    private int pending;
    private long sequence;

    TimerTable(int capacity) {
        resize(capacity);
    }

    /** Takes a slot and returns the new timer's key. */
    long add(int handler, int op, int arg) {
        if (firstFree == NO_SLOT) {
            grow();
        }
        if (sequence == MAX_SEQUENCE) {
            throw new IllegalStateException("Timers set in one run must be at most " + MAX_SEQUENCE
                    + ", but one more was set; shorten the run");
        }
        int slot = firstFree;
        int at = slot * FACTS;
        firstFree = facts[at + NEXT_FREE];
        facts[at + HANDLER] = handler;
        facts[at + OP] = op;
        facts[at + ARG] = arg;
        long key = ++sequence << SLOT_BITS | slot;
        keys[slot] = key;
        pending++;
        return key;
    }

    @Override
    public boolean alive(long key) {
        return keys[(int) key & SLOT_MASK] == key;
    }

    /**
     * Like {@link #alive}, for keys that come from outside: 0 and other numbers that were never a key are not
     * alive.
     */
    boolean pending(long key) {
        int slot = (int) key & SLOT_MASK;
        return key > 0 && slot < keys.length && keys[slot] == key;
    }

    /** Frees the slot of a live timer. Its facts stay readable until the next {@link #add}. */
    void free(long key) {
        int slot = (int) key & SLOT_MASK;
        keys[slot] = NO_KEY;
        facts[slot * FACTS + NEXT_FREE] = firstFree;
        firstFree = slot;
        pending--;
    }

    int handler(long key) {
        return facts[((int) key & SLOT_MASK) * FACTS + HANDLER];
    }

    int op(long key) {
        return facts[((int) key & SLOT_MASK) * FACTS + OP];
    }

    int arg(long key) {
        return facts[((int) key & SLOT_MASK) * FACTS + ARG];
    }

    /** Sets what a pending timer brings. */
    void redirect(long key, int arg) {
        facts[((int) key & SLOT_MASK) * FACTS + ARG] = arg;
    }

    int pending() {
        return pending;
    }

    static long sequenceOf(long key) {
        return key >>> SLOT_BITS;
    }

    private void grow() {
        if (keys.length == MAX_SLOTS) {
            throw new IllegalStateException("Timers pending at once must be at most " + MAX_SLOTS
                    + ", but one more was set; cancel those no longer needed, or scale the scenario down");
        }
        resize(Math.min(MAX_SLOTS, keys.length * 2));
    }

    private void resize(int capacity) {
        int old = keys.length;
        keys = Arrays.copyOf(keys, capacity);
        facts = Arrays.copyOf(facts, capacity * FACTS);
        Arrays.fill(keys, old, capacity, NO_KEY);
        for (int slot = capacity - 1; slot >= old; slot--) {
            facts[slot * FACTS + NEXT_FREE] = firstFree;
            firstFree = slot;
        }
    }
}
