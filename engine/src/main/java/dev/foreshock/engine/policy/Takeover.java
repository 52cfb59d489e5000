package dev.foreshock.engine.policy;

/**
 * Decides when a standby takes over from a primary: once the primary counts as down, by checks one after the other, and not before the
 * hold-down after the takeover before is over. Checks begin at the phase, so a primary that dies at any moment and refuses checks is found
 * {@code (downAfter - 1) every .. downAfter every} later, uniformly. Owned by one thread; reads no clock.
 */
public final class Takeover {
    private final long everyNanos;
    private final boolean fromEnd;
    private final int downAfter;
    private final int upAfter;
    private final long holdDownNanos;
    private Health health;
    private long nextCheck;
    private long notBefore;

    /**
     * Creates the decision about a primary that is up at time 0.
     *
     * @param everyNanos the time to the next check
     * @param fromEnd whether that is counted from the end of a check rather than from its begin
     * @param phaseNanos when the first check is
     * @param downAfter after how many failed checks in a row the primary is down
     * @param upAfter after how many good ones it is up again
     * @param holdDownNanos the shortest time from one takeover to the next
     */
    public Takeover(long everyNanos, boolean fromEnd, long phaseNanos, int downAfter, int upAfter, long holdDownNanos) {
        this.everyNanos = everyNanos;
        this.fromEnd = fromEnd;
        this.downAfter = downAfter;
        this.upAfter = upAfter;
        this.holdDownNanos = holdDownNanos;
        health = new Health(downAfter, upAfter);
        nextCheck = phaseNanos;
        notBefore = Long.MIN_VALUE;
    }

    /** Returns when the next check is to be made; while one is made whose end that is counted from, when it would be if it ended now. */
    public long nextCheckNanos() {
        return nextCheck;
    }

    /** Says that a check is being made; checks that were missed meanwhile are not made up for. */
    public void checking(long nowNanos) {
        while (nextCheck <= nowNanos) {
            nextCheck += everyNanos;
        }
    }

    /** Takes the outcome of a check; returns whether the standby takes over now. */
    public boolean checked(boolean good, long nowNanos) {
        health.checked(good);
        if (fromEnd) {
            nextCheck = nowNanos + everyNanos;
        }
        boolean takesOver = !health.isUp() && !good && nowNanos >= notBefore;
        if (takesOver) {
            notBefore = nowNanos + holdDownNanos;
        }
        return takesOver;
    }

    /** Begins to look at another primary, which is up. */
    public void lookAtAnother() {
        health = new Health(downAfter, upAfter);
    }
}
