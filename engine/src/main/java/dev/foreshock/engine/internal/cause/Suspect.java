package dev.foreshock.engine.internal.cause;

import dev.foreshock.engine.cause.Cause;
import dev.foreshock.engine.cause.Effect;
import dev.foreshock.engine.cause.Toll;
import dev.foreshock.engine.compare.Differences;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A cause under investigation: the scenario without it, and its runs so far. */
final class Suspect {
    private final Cause cause;
    private final Scenario without;
    private final List<Observed> runs = new ArrayList<>();

    Suspect(Cause cause, Scenario without) {
        this.cause = cause;
        this.without = without;
    }

    Cause cause() {
        return cause;
    }

    Scenario without() {
        return without;
    }

    /** Returns how many replications it had. */
    int replications() {
        return runs.size();
    }

    void take(Observed run) {
        runs.add(run);
    }

    /** Returns what it changes; {@code asItIs} are the runs of the scenario with it. */
    Effect effect(List<Observed> asItIs) {
        Toll toll = toll(asItIs.subList(0, runs.size()));
        Differences change = new Differences(
                change(asItIs, Observed::outageSeconds),
                change(asItIs, Observed::usersAffectedShare),
                change(asItIs, Observed::requestsLost));
        return new Effect(
                cause,
                toll(runs),
                change,
                share(change.outageSeconds(), toll.outageSeconds()),
                share(change.usersAffectedShare(), toll.usersAffectedShare()));
    }

    private static double share(Estimate change, Estimate whole) {
        return whole.value() == 0 ? Double.NaN : -change.value() / whole.value();
    }

    private Estimate change(List<Observed> asItIs, ToDoubleFunction<Observed> figure) {
        double[] changes = new double[runs.size()];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = figure.applyAsDouble(runs.get(i)) - figure.applyAsDouble(asItIs.get(i));
        }
        return Estimate.mean(changes);
    }

    /** Returns what some runs come to. */
    static Toll toll(List<Observed> runs) {
        return new Toll(
                mean(runs, Observed::outageSeconds),
                mean(runs, Observed::usersAffectedShare),
                mean(runs, Observed::crashes));
    }

    private static Estimate mean(List<Observed> runs, ToDoubleFunction<Observed> figure) {
        return Estimate.mean(runs.stream().mapToDouble(figure).toArray());
    }
}
