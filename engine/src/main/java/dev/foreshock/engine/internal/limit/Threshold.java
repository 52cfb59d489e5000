package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.limit.LimitPlan;
import dev.foreshock.engine.limit.Unfinished;
import java.util.List;
import java.util.function.DoublePredicate;

/** The breaking point of one seed: the last factor that was found to hold, and the first that was found to fail. */
final class Threshold {
    private static final double LARGEST_STRIDE = 2;

    private final DoublePredicate holds;
    private double holding;
    private double failing = Double.POSITIVE_INFINITY;

    /** @param holds tells whether everything holds at a factor */
    Threshold(DoublePredicate holds) {
        this.holds = holds;
    }

    /**
     * Looks for the breaking point.
     *
     * @param start where to begin
     * @param stride the first factor between two looks; it is squared from look to look, up to 2
     * @param precision how close the two ends must come, as a share
     */
    Threshold search(double start, double stride, double precision) {
        look(Math.max(LimitPlan.LEAST, Math.min(LimitPlan.MOST, start)));
        widen(stride);
        while (isFound() && failing / holding > 1 + precision) {
            look(middle());
        }
        return this;
    }

    /** Returns where the search is. */
    Unfinished soFar(List<String> fixed) {
        return new Unfinished(fixed, holding, failing);
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
        if (holds.test(factor)) {
            holding = factor;
        } else {
            failing = factor;
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
}
