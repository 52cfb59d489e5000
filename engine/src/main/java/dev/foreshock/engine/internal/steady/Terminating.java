package dev.foreshock.engine.internal.steady;

import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What makes a scenario one of a certain course, which begins and ends, so that it has no long run. */
public final class Terminating {
    private Terminating() {}

    /**
     * Refuses a scenario that has no long run.
     *
     * @throws IllegalArgumentException if it has none; names everything that makes it so
     */
    public static void refuse(Scenario scenario) {
        List<String> reasons = reasons(scenario);
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException("a steady run must be of a system that goes on as it is, but "
                    + scenario.name() + " has " + String.join(", ", reasons)
                    + ": leave that out, or make replications of it");
        }
    }

    private static List<String> reasons(Scenario scenario) {
        List<String> reasons = new ArrayList<>();
        scenario.faults().forEach((name, fault) -> {
            if (fault.enabled()) {
                reasons.add("a fault (faults." + name + ")");
            }
        });
        scenario.runbook().keySet().forEach(name -> reasons.add("a step of a runbook (runbook." + name + ")"));
        scenario.traffic()
                .forEach((users, curves) -> curves.forEach((name, curve) -> {
                    if (!(curve instanceof Constant)) {
                        reasons.add("traffic that changes (traffic." + users + "." + name + ")");
                    }
                }));
        return reasons;
    }
}
