package dev.foreshock.engine;

import dev.foreshock.engine.internal.judge.Fidelities;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.sample.Gap;
import java.util.List;

/**
 * How faithful runs of a scaled system are to one run of the full size with the same seed and replication.
 *
 * @param events events of the run of the full size
 * @param gaps the users affected, the length of impacts, the success, and what each gate measures, in this order
 */
public record Fidelity(long events, List<Gap> gaps) {
    /** Copies the list. */
    public Fidelity {
        gaps = List.copyOf(gaps);
    }

    /**
     * Compares.
     *
     * @param sampled the runs of the scaled system
     * @param full the scenario in its full size
     * @param run its first replication on the same seed
     */
    public static Fidelity of(RunSet sampled, Scenario full, RunResult run) {
        return Fidelities.of(sampled, full, run);
    }

    /** Returns the figures that are off by more than chance and more than does no harm; if there are any, the scale is too small. */
    public List<Gap> large() {
        return gaps.stream().filter(Gap::isLarge).toList();
    }
}
