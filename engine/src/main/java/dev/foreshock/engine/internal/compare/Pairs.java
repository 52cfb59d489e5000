package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.result.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Compares two sets run for run, over the draws that both have: on the same users, seeds and knobs, so that chance cancels. */
final class Pairs {
    private final ComparePlan plan;

    Pairs(ComparePlan plan) {
        this.plan = plan;
    }

    /** Returns a figure of {@code one} less that of {@code other}, in the mean over draws, with Student's t interval. */
    Estimate difference(Entrant one, Entrant other, ToDoubleFunction<Trial> figure) {
        return Estimate.mean(byDraw(one, other, figure));
    }

    /** Returns the same with an interval of another confidence. */
    Estimate difference(double confidence, Entrant one, Entrant other, ToDoubleFunction<Trial> figure) {
        return Estimate.meanAt(confidence, byDraw(one, other, figure));
    }

    private double[] byDraw(Entrant one, Entrant other, ToDoubleFunction<Trial> figure) {
        List<Trial> mine = one.trials();
        List<Trial> theirs = other.trials();
        double[] byDraw = new double[Math.min(one.draws(), other.draws())];
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            byDraw[mine.get(i).draw()] +=
                    (figure.applyAsDouble(mine.get(i)) - figure.applyAsDouble(theirs.get(i))) / plan.replications();
        }
        return byDraw;
    }
}
