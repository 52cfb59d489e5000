package dev.foreshock.simulated.internal.load;

import dev.foreshock.simulated.HopCost;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Tells when calls no longer become cheaper, as they do while a machine loads and compiles what it runs: when what the calls of the last windows cost
 * beside the time in their components is about what those of as many windows before did. The time in components is left out: it is a
 * random number, in whose noise a warming of milliseconds is not seen.
 */
public final class Steadiness {
    /** Of each half. */
    private static final int WINDOWS = 4;

    private static final int LEAST_CALLS = 30;
    private static final double WELL_BELOW = 0.95;

    private final long windowNanos;
    private final Deque<HopCost> windows = new ArrayDeque<>();
    private HopCost before = HopCost.NONE;
    private long windowEndNanos;

    /** Creates it for windows of at least this length. */
    public Steadiness(long windowNanos) {
        this.windowNanos = windowNanos;
        windowEndNanos = windowNanos;
    }

    /** Begins anew at the time 0 of another load; what was seen stays so. */
    public void again() {
        windowEndNanos = windowNanos;
        before = HopCost.NONE;
    }

    /** Tells whether it wants to see what calls cost: at the end of a window. */
    public boolean isDue(long nowNanos) {
        return nowNanos >= windowEndNanos;
    }

    /**
     * Takes what all calls of a load cost up to now.
     *
     * @param nowNanos the time since the load began
     */
    public void seen(HopCost soFar, long nowNanos) {
        if (!isDue(nowNanos) || soFar.samples() < before.samples() + LEAST_CALLS) {
            return;
        }
        windows.addLast(soFar.without(before));
        if (windows.size() > 2 * WINDOWS) {
            windows.removeFirst();
        }
        before = soFar;
        windowEndNanos = nowNanos + windowNanos;
    }

    /** Tells whether it is steady. */
    public boolean isSteady() {
        if (windows.size() < 2 * WINDOWS) {
            return false;
        }
        Iterator<HopCost> each = windows.iterator();
        double older = mean(each);
        return mean(each) >= WELL_BELOW * older;
    }

    private static double mean(Iterator<HopCost> each) {
        HopCost sum = HopCost.NONE;
        for (int i = 0; i < WINDOWS; i++) {
            sum = sum.and(each.next());
        }
        return sum.meanNanos();
    }
}
