package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ImpactSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImpactsTest {
    private static final long MINUTE = 60_000_000_000L;

    /** Returns a series of minutes from their success in percent; a dash is a minute without requests. */
    static TimeSeries minutes(String percents) {
        List<Long> good = new ArrayList<>();
        List<Long> bad = new ArrayList<>();
        for (String percent : percents.trim().split(" +", -1)) {
            long share = percent.equals("-") ? 0 : Long.parseLong(percent);
            good.add(share);
            bad.add(percent.equals("-") ? 0 : 100 - share);
        }
        return new TimeSeries(MINUTE, good, good, bad, good, List.of(), List.of(), Map.of(), Map.of());
    }

    private static String impacts(String percents) {
        return impacts(percents, ImpactSpec.STANDARD);
    }

    private static String impacts(String percents, ImpactSpec spec) {
        TimeSeries minutes = minutes(percents);
        return text(new Impacts(minutes, minutes.size() * MINUTE).impacts(spec));
    }

    private static String blackouts(String percents) {
        TimeSeries minutes = minutes(percents);
        return text(new Impacts(minutes, minutes.size() * MINUTE).below(0.5));
    }

    private static String text(List<Interval> intervals) {
        return intervals.stream()
                .map(one -> one.startNanos() / MINUTE + "-" + one.endNanos() / MINUTE + (one.open() ? "..." : ""))
                .collect(Collectors.joining(" "));
    }

    private static ImpactSpec spec(double below, double until, int minutes, int gap) {
        return new ImpactSpec(
                Percent.of(below),
                Percent.of(until),
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(gap),
                Duration.ofMinutes(1));
    }

    @Test
    void beginsBelowTheLimitAndEndsAtTheFirstOfTheGoodMinutes() {
        assertThat(impacts("100 100 94 50 99 99 100")).isEqualTo("2-4");
        assertThat(impacts("100 95 96 95 100")).as("95 is not below 95").isEmpty();
        assertThat(impacts("94 99 99")).isEqualTo("0-1");
    }

    @Test
    void oneGoodMinuteDoesNotEndIt() {
        assertThat(impacts("100 90 99 98 99 99")).isEqualTo("1-4");
        assertThat(impacts("100 90 98 98 98 98")).isEqualTo("1-6...");
        assertThat(impacts("100 90 99"))
                .as("the run ended before the second good minute")
                .isEqualTo("1-3...");
    }

    @Test
    void theTimeToHoldIsRoundedUpToMinutes() {
        ImpactSpec ninety = new ImpactSpec(
                Percent.of(95), Percent.of(99), Duration.ofSeconds(90), Duration.ZERO, Duration.ofMinutes(1));
        assertThat(impacts("90 99 50 99 99", ninety)).isEqualTo("0-3");
        assertThat(impacts("90 99 50 99 99", spec(95, 99, 1, 0))).isEqualTo("0-1 2-3");
        assertThat(impacts("90 99 99 99 50 99 99 99 99", spec(95, 99, 4, 0))).isEqualTo("0-5");
    }

    @Test
    void nearOnesAreMergedFarOnesAreNot() {
        assertThat(impacts("90 99 99 99 99 99 90 99 99"))
                .as("gap of five minutes")
                .isEqualTo("0-7");
        assertThat(impacts("90 99 99 99 99 99 99 90 99 99"))
                .as("gap of six minutes")
                .isEqualTo("0-1 7-8");
        assertThat(impacts("90 99 99 90 99 99 90 50"))
                .as("an open one keeps the chain open")
                .isEqualTo("0-8...");
    }

    @Test
    void aMinuteWithoutRequestsSaysNothing() {
        assertThat(impacts("- - 90 - - 99 - 99 -")).isEqualTo("2-5");
        assertThat(impacts("- - -")).isEmpty();
        assertThat(impacts("90 - - -")).isEqualTo("0-4...");
    }

    @Test
    void blackoutsAreTheMinutesBelowHalf() {
        assertThat(blackouts("100 49 0 50 49 - 20 80 10")).isEqualTo("1-3 4-7 8-9...");
        assertThat(blackouts("100 50 -")).isEmpty();
    }

    @Test
    void binsDoubleWhenThereAreTooManyAndNothingIsLost() {
        BinnedCounts counts = new BinnedCounts(1, 10, 8);
        for (int at = 0; at < 1000; at++) {
            counts.add(0, at, 1);
        }
        assertThat(counts.binNanos()).isEqualTo(160);
        assertThat(counts.list(0)).containsExactly(160L, 160L, 160L, 160L, 160L, 160L, 40L);
        counts.add(0, 5, 7);
        counts.add(0, 999, 1);
        assertThat(counts.list(0)).containsExactly(167L, 160L, 160L, 160L, 160L, 160L, 41L);
        counts.add(0, 1_000_000, 1);
        assertThat(counts.size()).isLessThanOrEqualTo(8);
        assertThat(counts.list(0).stream().mapToLong(Long::longValue).sum()).isEqualTo(1009);
    }

    @Test
    void quickQuantilesAreWithinAnEighth() {
        long[] buckets = new long[QuickQuantiles.BUCKETS];
        for (long nanos = 500_000; nanos < 500_000_000_000L; nanos = nanos * 11 / 10) {
            Arrays.fill(buckets, 0);
            buckets[QuickQuantiles.bucket(nanos)] = 10;
            assertThat(QuickQuantiles.quantile(buckets, 0.5) * 1e9 / nanos)
                    .as("for %s ns", nanos)
                    .isBetween(0.875, 1.13);
        }
        assertThat(QuickQuantiles.bucket(Long.MAX_VALUE)).isEqualTo(QuickQuantiles.BUCKETS - 1);
        assertThat(QuickQuantiles.bucket(0)).isZero();
        assertThat(QuickQuantiles.quantile(new long[QuickQuantiles.BUCKETS], 0.5))
                .isNaN();
    }

    @Test
    void gaugesHaveTheBinsOfTheSeriesBesideThemHoweverLongTheRun() {
        for (int seconds : new int[] {1, 10, 5119, 5120, 5125, 5131, 12_345, 40_000}) {
            RunResult run = Worlds.runOnce(Worlds.open(
                            ServerSpec.of(1, new Fixed(Duration.ZERO)).build(), 0.01, Duration.ofSeconds(seconds))
                    .build());
            TimeSeries series = run.series();
            assertThat(series.gauges().get("web.up"))
                    .as("%s s", seconds)
                    .hasSize(series.size())
                    .containsOnly(1.0);
            assertThat((series.size() - 1) * series.binNanos()).isLessThan(seconds * 1_000_000_000L);
            assertThat(series.size() * series.binNanos()).isGreaterThanOrEqualTo(seconds * 1_000_000_000L);
        }
    }
}
