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
    private final List<Harm> runs = new ArrayList<>();

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

    void take(Harm run) {
        runs.add(run);
    }

    /** Returns what it changes; {@code asItIs} are the runs of the scenario with it. */
    Effect effect(List<Harm> asItIs) {
        Toll toll = toll(asItIs.subList(0, runs.size()));
        Differences change = new Differences(
                change(asItIs, Harm::outageSeconds),
                change(asItIs, Harm::usersAffectedShare),
                change(asItIs, Harm::requestsLost));
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

    private Estimate change(List<Harm> asItIs, ToDoubleFunction<Harm> figure) {
        double[] changes = new double[runs.size()];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = figure.applyAsDouble(runs.get(i)) - figure.applyAsDouble(asItIs.get(i));
        }
        return Estimate.mean(changes);
    }

    /** Returns what some runs come to. */
    static Toll toll(List<Harm> runs) {
        return new Toll(
                mean(runs, Harm::outageSeconds), mean(runs, Harm::usersAffectedShare), mean(runs, Harm::crashes));
    }

    private static Estimate mean(List<Harm> runs, ToDoubleFunction<Harm> figure) {
        return Estimate.mean(runs.stream().mapToDouble(figure).toArray());
    }
}
