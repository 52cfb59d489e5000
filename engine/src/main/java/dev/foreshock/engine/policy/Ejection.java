package dev.foreshock.engine.policy;

/**
 * Which of several targets are out because their calls failed in a row: the first time for {@code T}, the n-th for {@code n T}, up to a
 * longest time. Each {@code T} that a target serves without being ejected makes its next ejection one {@code T} shorter. No more than a
 * share of the wanted targets is out at a time, but one may be, if there is another. Source: Envoy's outlier detection, which looks for the end of
 * ejections every ten seconds only. Owned by one thread; handed the time.
 */
public final class Ejection {
    private final int after;
    private final long firstNanos;
    private final long longestNanos;
    private final double atMost;
    private final boolean[] wanted;
    private final int[] failed;
    private final long[] outUntil;
    private final long[] lengths;
    private final long[] backAt;

    /**
     * Creates the policy for targets that all take calls.
     *
     * @param after how many calls in a row must fail
     * @param firstNanos how long the first ejection lasts
     * @param longestNanos the longest that one lasts
     * @param atMost the share of targets that may be out at a time
     */
    public Ejection(int targets, int after, long firstNanos, long longestNanos, double atMost) {
        this.after = after;
        this.firstNanos = firstNanos;
        this.longestNanos = longestNanos;
        this.atMost = atMost;
        wanted = new boolean[targets];
        java.util.Arrays.fill(wanted, true);
        failed = new int[targets];
        outUntil = new long[targets];
        lengths = new long[targets];
        backAt = new long[targets];
    }

    /**
     * Counts the end of a call, and tells whether its target is ejected by it: until {@link #untilNanos}, when {@link #back} is to be said.
     * Times must not run backwards.
     */
    public boolean ended(int target, boolean wentWell, long nowNanos) {
        if (isOut(target)) {
            return false;
        }
        failed[target] = wentWell ? 0 : failed[target] + 1;
        if (failed[target] < after || !another()) {
            return false;
        }
        long served = (nowNanos - backAt[target]) / firstNanos;
        long times = Math.max(0, lengths[target] - served) + 1;
        lengths[target] = times;
        outUntil[target] = nowNanos + (times > longestNanos / firstNanos ? longestNanos : times * firstNanos);
        return true;
    }

    /** Tells whether one more may be out, of those that are wanted. */
    private boolean another() {
        int wants = 0;
        int out = 0;
        for (int i = 0; i < wanted.length; i++) {
            wants += wanted[i] ? 1 : 0;
            out += wanted[i] && isOut(i) ? 1 : 0;
        }
        int most = Math.max(1, (int) Math.floor(wants * atMost + 1e-9));
        return out < Math.min(wants - 1, most);
    }

    /** Says whether a target is wanted at all: others are nobody that calls could go to instead. */
    public void wanted(int target, boolean is) {
        wanted[target] = is;
    }

    /** Returns until when a target is out. */
    public long untilNanos(int target) {
        return outUntil[target];
    }

    /** Tells whether a target is out. */
    public boolean isOut(int target) {
        return outUntil[target] != 0;
    }

    /** Takes a target back: its failures count from nothing. */
    public void back(int target, long nowNanos) {
        if (isOut(target)) {
            outUntil[target] = 0;
            failed[target] = 0;
            backAt[target] = nowNanos;
        }
    }
}
