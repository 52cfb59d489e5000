package dev.foreshock.engine.steady;

import dev.foreshock.engine.internal.steady.SteadyJudge;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import java.util.List;

/**
 * The gates of a scenario in the long run.
 *
 * @param judged those that have a meaning there, by name: claims on the success and the response times of requests
 * @param unjudged the others, each with the reason: what grows with a run, or speaks of one moment of it
 */
public record SteadyGates(List<SteadyJudgement> judged, List<UnjudgedGate> unjudged) {
    /** Copies the lists. */
    public SteadyGates {
        judged = List.copyOf(judged);
        unjudged = List.copyOf(unjudged);
    }

    /** Judges the gates of {@code scenario} by a run of it. */
    public static SteadyGates of(Scenario scenario, SteadyRun run) {
        return SteadyJudge.judge(scenario, run);
    }

    /** Returns the worst verdict; passed where nothing is judged. */
    public Verdict verdict() {
        return Verdict.worst(judged.stream().map(SteadyJudgement::verdict).toList());
    }
}
