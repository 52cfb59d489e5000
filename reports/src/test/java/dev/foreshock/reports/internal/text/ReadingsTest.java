package dev.foreshock.reports.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Comparison;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final Clock CLOCK = Clock.of("2026-01-01T09:00:00Z", Duration.ofHours(1));

    private static String observed(boolean isAtLeast) {
        Claim claim = Claim.of(Measure.IMPACT_LONGEST, Comparison.AT_MOST, Limit.of(900));
        Estimate mean = new Estimate(2460, 2460, 2460, 20);
        Judgement judgement =
                new Judgement("outage", claim, mean, null, Estimate.share(0, 20), 0, isAtLeast, Verdict.DEVIATED, "");
        return Readings.observed(judgement, CLOCK) + " " + Readings.width(judgement);
    }

    @Test
    void aLengthThatTheEndOfARunCutsOffIsSaidToBeTheLeast() {
        assertThat(observed(true)).isEqualTo("at least 41m 00s ±0");
        assertThat(observed(false)).isEqualTo("41m 00s ±0");
    }
}
