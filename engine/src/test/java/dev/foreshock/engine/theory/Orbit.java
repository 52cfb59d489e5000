package dev.foreshock.engine.theory;

import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;

/**
 * The users who failed and will try again, of a scenario whose only users look at one page each. A first try is told from another by its
 * key, which follows from the number of the user.
 */
final class Orbit {
    final Level level;
    private final long fromNanos;
    private final long base = Streams.hash("visitors") << Integer.SIZE;
    private long users;
    private long firstTries;

    Orbit(long fromNanos) {
        this.fromNanos = fromNanos;
        level = new Level(fromNanos);
    }

    void sent(long key, long nowNanos) {
        if (key == KeyedRandom.key(base | users, 0, 0)) {
            users++;
            firstTries += nowNanos >= fromNanos ? 1 : 0;
        } else if (level.value() > 0) {
            level.add(-1, nowNanos);
        }
    }

    void failed(long nowNanos) {
        level.add(1, nowNanos);
    }

    /** Returns the first tries after the warm-up. */
    long firstTries() {
        return firstTries;
    }
}
