package dev.foreshock.engine.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.unit.Comparison;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourtTest {
    private static final Claim GOOD = Claim.of(Measure.USERS_AFFECTED, Comparison.BELOW, Limit.of(0.5));
    private static final Claim BAD = Claim.of(Measure.USERS_AFFECTED, Comparison.ABOVE, Limit.of(0.5));

    private static RunSet judge(boolean record, JudgedBy judgedBy) {
        ScenarioBuilder builder =
                Scenario.named("court", Worlds.from9(Duration.ofHours(1))).gate("gate", BAD);
        Scenario scenario = (record ? builder.record("history", GOOD) : builder).build();
        RunOptions options = new RunOptions(1, 2, 1, Runnable::run, judgedBy, 1);
        return Court.judge(scenario, options, List.of(new Runs().build(), new Runs().build()), 0);
    }

    @Test
    void aRecordDecidesWhereThereIsOneAndGatesAreShown() {
        RunSet runs = judge(true, null);
        assertThat(runs.judgedBy()).isEqualTo(JudgedBy.RECORD);
        assertThat(runs.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(runs.gates()).extracting(Judgement::verdict).containsExactly(Verdict.DEVIATED);
    }

    @Test
    void gatesDecideOtherwise() {
        assertThat(judge(false, null).verdict()).isEqualTo(Verdict.DEVIATED);
        RunSet chosen = judge(true, JudgedBy.GATES);
        assertThat(chosen.verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(chosen.record()).as("history is no yardstick then").isEmpty();
    }

    @Test
    void estimatesLeaveOutWhatIsNoNumber() {
        RunSet runs = judge(true, null);
        assertThat(runs.estimate(run -> Double.NaN)).isNull();
        assertThat(runs.estimate(run -> run.users().affectedShare()).value()).isEqualTo(0.3);
        assertThat(runs.neverShare(run -> Double.POSITIVE_INFINITY)).isEqualTo(1);
    }
}
