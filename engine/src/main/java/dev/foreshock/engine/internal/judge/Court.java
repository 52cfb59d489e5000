package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import java.util.List;
import java.util.Map;

/** Judges all claims of a scenario over its runs. */
public final class Court {
    private Court() {}

    /** Returns the runs with their judgements after the one look that was planned. */
    public static RunSet judge(Scenario scenario, RunOptions options, List<RunResult> runs, int exemplar) {
        return judge(scenario, options, runs, exemplar, Ended.FIXED);
    }

    /** Returns the runs with their judgements at a look. */
    public static RunSet judge(Scenario scenario, RunOptions options, List<RunResult> runs, int exemplar, Ended look) {
        JudgedBy judgedBy = options.judgedBy();
        if (judgedBy == null) {
            judgedBy = scenario.record().isEmpty() ? JudgedBy.GATES : JudgedBy.RECORD;
        }
        List<Judgement> record = judgedBy == JudgedBy.GATES
                ? List.of()
                : scenario.record().entrySet().stream()
                        .map(claim -> judge(claim, scenario, runs, look))
                        .toList();
        List<Judgement> gates = scenario.gates().entrySet().stream()
                .map(claim -> judge(claim, scenario, runs, look))
                .toList();
        return new RunSet(scenario, options.seed(), options.scale(), runs, exemplar, record, gates, judgedBy)
                .ended(look);
    }

    private static Judgement judge(
            Map.Entry<String, Claim> claim, Scenario scenario, List<RunResult> runs, Ended look) {
        return ClaimJudge.judge(claim.getKey(), claim.getValue().against(scenario.baseline()), runs, look);
    }
}
