package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.limit.LimitPlan;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** The breaking point of one seed: the last factor that was found to hold, and the first that was found to fail. */
final class Threshold {
    private static final double LARGEST_STRIDE = 2;

    private final DoubleFunction<Trial> trials;
    private double holding;
    private double failing = Double.POSITIVE_INFINITY;
    private @Nullable Trial failure;

    private Threshold(DoubleFunction<Trial> trials) {
        this.trials = trials;
    }

    /**
     * Looks for the breaking point.
     *
     * @param start where to begin
     * @param stride the first factor between two looks; it is squared from look to look, up to 2
     * @param precision how close the two ends must come, as a share
     */
    static Threshold search(DoubleFunction<Trial> trials, double start, double stride, double precision) {
        Threshold threshold = new Threshold(trials);
        threshold.look(Math.max(LimitPlan.LEAST, Math.min(LimitPlan.MOST, start)));
        threshold.widen(stride);
        while (threshold.isFound() && threshold.failing / threshold.holding > 1 + precision) {
            threshold.look(threshold.middle());
        }
        return threshold;
    }

    private void widen(double first) {
        double stride = first;
        while (!isFound() && holding < LimitPlan.MOST && failing > LimitPlan.LEAST) {
            look(
                    holding > 0
                            ? Math.min(LimitPlan.MOST, holding * stride)
                            : Math.max(LimitPlan.LEAST, failing / stride));
            stride = Math.min(LARGEST_STRIDE, stride * stride);
        }
    }

    private void look(double factor) {
        Trial trial = trials.apply(factor);
        if (trial.holds()) {
            holding = factor;
        } else {
            failing = factor;
            failure = trial;
        }
    }

    boolean isFound() {
        return holding > 0 && failing < Double.POSITIVE_INFINITY;
    }

    /** Tells whether everything held, as far as it was tried. */
    boolean isUnbroken() {
        return failing == Double.POSITIVE_INFINITY;
    }

    /** Returns the last factor that holds; the least one tried if none does. */
    double holding() {
        return Math.max(LimitPlan.LEAST, holding);
    }

    /** Returns the first factor that fails; the largest one tried if none does. */
    double failing() {
        return Math.min(LimitPlan.MOST, failing);
    }

    double middle() {
        return StrictMath.sqrt(holding() * failing());
    }

    /** Returns the run at {@link #failing}; null if nothing fails. */
    @Nullable
    Trial failure() {
        return failure;
    }
}
