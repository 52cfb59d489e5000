package dev.foreshock.simulated.internal.load;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;
import java.util.Arrays;

/**
 * Tells when response times no longer fall, as they do while a machine compiles what it runs: three windows in a row whose medians are
 * not well below the lowest of all before. Written by the thread of the users, read by any.
 */
public final class Steadiness implements Probe {
    private static final int WINDOWS = 3;
    private static final int LEAST_ANSWERS = 20;
    private static final double WELL_BELOW = 0.9;

    private final long windowNanos;
    private long[] took = new long[256];
    private int answers;
    private long windowEndNanos;
    private double lowest = Double.POSITIVE_INFINITY;
    private int inARow;
    private volatile boolean steady;

    /** Creates it for windows of at least this length. */
    public Steadiness(long windowNanos) {
        this.windowNanos = windowNanos;
        windowEndNanos = windowNanos;
    }

    /** Begins anew at the time 0 of another load; what was the lowest stays so. */
    public void again() {
        windowEndNanos = windowNanos;
        answers = 0;
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        if (nowNanos >= windowEndNanos && answers >= LEAST_ANSWERS) {
            close();
            windowEndNanos = nowNanos + windowNanos;
        }
        if (answers == took.length) {
            took = Arrays.copyOf(took, 2 * answers);
        }
        took[answers++] = tookNanos;
    }

    private void close() {
        Arrays.sort(took, 0, answers);
        double median = took[answers / 2];
        inARow = median >= WELL_BELOW * lowest ? inARow + 1 : 0;
        lowest = Math.min(lowest, median);
        answers = 0;
        steady = inARow >= WINDOWS;
    }

    /** Tells whether it is steady. */
    public boolean isSteady() {
        return steady;
    }
}
