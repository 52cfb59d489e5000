package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.compare.Trial.Observed;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import java.util.Map;
import java.util.TreeMap;

/** Reads the gates of a scenario off one run, and what is shown beside them, each as a value. */
public final class Gates {
    private Gates() {}

    /** Returns what was observed of each gate, by name. */
    public static Map<String, Observed> of(Scenario scenario, RunResult run) {
        Map<String, Observed> gates = new TreeMap<>();
        scenario.gates().forEach((name, gate) -> {
            Claim claim = gate.against(scenario.baseline());
            Reading reading = new Reading(run, claim);
            double value = reading.observed();
            double limit = reading.limit();
            boolean isSeen = !Double.isNaN(value) && !Double.isNaN(limit);
            gates.put(
                    name,
                    new Observed(
                            isSeen ? value : Double.NaN,
                            isSeen ? claim.comparison().holds(value, limit, claim.tolerance()) : claim.isConditional(),
                            isSeen ? "" : reading.noWindow().orElse("")));
        });
        return gates;
    }

    /** Returns each figure in its base unit, by name; infinite if it never came, NaN if it could not be observed. */
    public static Map<String, Double> figures(Map<String, Figure> figures, RunResult run) {
        Map<String, Double> values = new TreeMap<>();
        figures.forEach((name, figure) ->
                values.put(name, new Reading(run, figure.held(Comparison.EQUAL, Limit.of(0))).observed()));
        return values;
    }
}
