package dev.foreshock.engine.internal.compare;

import java.util.concurrent.atomic.AtomicLong;

/** How much of the work is done, as far as can be foreseen. Thread-safe. */
final class Foresight {
    private final AtomicLong done = new AtomicLong();
    private volatile long planned = 1;

    /** Notes that {@code events} more were simulated. */
    void done(long events) {
        done.addAndGet(events);
    }

    /** Says that {@code events} altogether are expected. */
    void expect(long events) {
        planned = Math.max(1, events);
    }

    /** Returns the share that is done, at most 1. */
    double share() {
        return Math.min(1, (double) done.get() / planned);
    }
}
