package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.unit.Window;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What charts are drawn from: gauges of queues, and failures by how they ended. */
class SeriesTest {
    private static final Duration LENGTH = Duration.ofMinutes(20);

    @Test
    void aQueueGrowsByArrivalsMinusServicesWhereUtilizationExceedsOne() {
        RunResult run = Worlds.runOnce(
                Worlds.open(ServerSpec.of(1, second()).queue(1_000_000).build(), 11, LENGTH)
                        .build());
        List<Double> waiting = gauge(run, "web.waiting");
        for (int bin = 11; bin < waiting.size(); bin += 12) {
            double seconds = (bin + 1) * run.series().binNanos() / 1e9;
            assertThat(waiting.get(bin)).isCloseTo(10 * seconds, within(6 * StrictMath.sqrt(11 * seconds)));
        }
    }

    @Test
    void whatAServerHoldsWaitsOrIsServed() {
        RunResult run = Worlds.runOnce(
                Worlds.open(ServerSpec.of(3, second()).queue(1_000_000).build(), 5, LENGTH)
                        .build());
        List<Double> waiting = gauge(run, "web.waiting");
        List<Double> inFlight = gauge(run, "web.inFlight");
        assertThat(waiting).hasSameSizeAs(run.series().offered()).anyMatch(calls -> calls > 0);
        for (int bin = 0; bin < waiting.size(); bin++) {
            if (waiting.get(bin) > 0) {
                assertThat(inFlight.get(bin)).isEqualTo(waiting.get(bin) + 3);
            }
        }
        assertThat(inFlight.get(inFlight.size() - 1))
                .isEqualTo((double) run.requests().inFlight());
    }

    @Test
    void failuresOfAllKindsAddUpToTheFailuresOfEachBin() {
        RunResult run =
                Worlds.runOnce(Worlds.open(ServerSpec.of(1, second()).queue(5).build(), 3, LENGTH)
                        .build());
        TimeSeries series = run.series();
        assertThat(series.failures()).isNotEmpty().doesNotContainKey("ok");
        for (int bin = 0; bin < series.size(); bin++) {
            int at = bin;
            assertThat(series.failures().values().stream()
                            .mapToLong(counts -> counts.get(at))
                            .sum())
                    .isEqualTo(series.failed().get(bin));
        }
    }

    @Test
    void affectedUsersOfThePopulationAreInTheBinsAndNobodyElse() {
        ScenarioBuilder shop = Worlds.open(ServerSpec.of(1, second()).queue(5).build(), 3, LENGTH);
        RunResult all = Worlds.runOnce(shop.build());
        RunResult some = Worlds.runOnce(shop.define(Definitions.counting(Window.between("09:05", "09:10")))
                .build());
        assertThat(total(some.series())).isEqualTo(some.users().affected()).isLessThan(total(all.series()));
        assertThat(total(all.series())).isEqualTo(all.users().affected());
        assertThat(total(some.minutes())).isEqualTo(some.users().affected());
        assertThat(some.series().affected().subList(0, 29)).containsOnly(0L);
    }

    private static long total(TimeSeries series) {
        return series.affected().stream().mapToLong(users -> users).sum();
    }

    private static Fixed second() {
        return new Fixed(Duration.ofSeconds(1));
    }

    private static List<Double> gauge(RunResult run, String name) {
        return Objects.requireNonNull(run.series().gauges().get(name));
    }
}
