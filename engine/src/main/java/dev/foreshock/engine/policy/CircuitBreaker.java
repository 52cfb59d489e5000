package dev.foreshock.engine.policy;

/**
 * Decides whether attempts are sent. Closed, it sends all, and opens when of the last {@code n} a share has failed; open, it sends none
 * for a time; half open, it sends so many on trial: when all of them have ended, it opens again if that share of them failed, else it
 * closes and counts from nothing. What ends while it is open counts for nothing; what was sent before and ends while it is half open
 * counts as a trial, as in resilience4j, whose count-based sliding window this is (M. Nygard, "Release It!", 2007, has the pattern). Owned
 * by one thread; handed the time.
 */
public final class CircuitBreaker {
    /** What it does with attempts. */
    public enum State {
        /** It sends them. */
        CLOSED,
        /** It turns them away. */
        OPEN,
        /** It sends some. */
        HALF_OPEN
    }

    private final double share;
    private final long openNanos;
    private final int trials;
    private final boolean[] failed;
    private State state = State.CLOSED;
    private int at;
    private int counted;
    private int failures;
    private long openUntil;
    private int permits;

    /**
     * Creates a breaker that is closed.
     *
     * @param share the share of failures, above 0, from which on it opens
     * @param calls how many attempts it looks back on
     * @param openNanos how long it is open
     * @param trials how many try afterwards
     */
    public CircuitBreaker(double share, int calls, long openNanos, int trials) {
        this.share = share;
        this.openNanos = openNanos;
        this.trials = trials;
        failed = new boolean[calls];
    }

    /** Tells whether an attempt is sent: then its end must be told. Times must not run backwards. */
    public boolean admits(long nowNanos) {
        if (state == State.OPEN && nowNanos >= openUntil) {
            state = State.HALF_OPEN;
            permits = trials;
            counted = 0;
            failures = 0;
        }
        if (state == State.HALF_OPEN) {
            return permits-- > 0 || keepsNone();
        }
        return state == State.CLOSED;
    }

    private boolean keepsNone() {
        permits = 0;
        return false;
    }

    /** Counts the end of an attempt that was sent. */
    public void ended(boolean wentWell, long nowNanos) {
        switch (state) {
            case CLOSED -> look(wentWell, nowNanos);
            case HALF_OPEN -> tried(wentWell, nowNanos);
            case OPEN -> {}
        }
    }

    private void look(boolean wentWell, long now) {
        if (counted == failed.length) {
            failures -= failed[at] ? 1 : 0;
        } else {
            counted++;
        }
        failed[at] = !wentWell;
        failures += wentWell ? 0 : 1;
        at = at + 1 == failed.length ? 0 : at + 1;
        if (counted == failed.length && failures >= share * counted) {
            open(now);
        }
    }

    private void tried(boolean wentWell, long now) {
        counted++;
        failures += wentWell ? 0 : 1;
        if (counted < trials) {
            return;
        }
        if (failures >= share * trials) {
            open(now);
        } else {
            state = State.CLOSED;
            forget();
        }
    }

    private void open(long now) {
        state = State.OPEN;
        openUntil = now + openNanos;
        forget();
    }

    private void forget() {
        at = 0;
        counted = 0;
        failures = 0;
    }

    /** Handles that an attempt that was sent ended for a reason of its caller's: it counts for nothing. */
    public void withdrawn() {
        if (state == State.HALF_OPEN && permits < trials - counted) {
            permits++;
        }
    }

    /** Returns what it does with attempts. */
    public State state() {
        return state;
    }
}
