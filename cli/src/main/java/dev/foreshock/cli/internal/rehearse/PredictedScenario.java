package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.model.Scenario;
import java.util.Set;

/** What a rehearsal is predicted by, which whoever explains it has to explain. */
public final class PredictedScenario {
    private PredictedScenario() {}

    /**
     * Returns a scenario as a rehearsal of it is predicted: with its faults as whoever applies them does. That hangs on the scenario alone, as it
     * is played: whoever carries out faults on calls is the same whatever programs the parts are.
     */
    public static Scenario of(Scenario scenario) {
        return new FaultPlaces(scenario, Set.of(), false).applied();
    }
}
