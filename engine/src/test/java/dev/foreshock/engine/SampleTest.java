package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.sample.Gap;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Dimension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
    /** Servers of 100 ms without a queue, offered 0.9 of what they can serve. */
    private static Scenario station(int servers) {
        return open(servers).build();
    }

    private static Scenario station(int servers, String gate, Claim claim) {
        return open(servers).gate(gate, claim).build();
    }

    private static ScenarioBuilder open(int servers) {
        ServerSpec web = ServerSpec.of(servers, new Exponential(Duration.ofMillis(100)))
                .queue(0)
                .build();
        return Worlds.open(web, 9.0 * servers, Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource({"100, 0.45", "100, 0.5", "400, 0.25", "10000, 0.03", "10, 0.8", "10, 2", "1, 3"})
    void aScaleThatAddsLittleSwingIsTaken(int servers, double scale) {
        Scenario sampled = Scaling.sample(scale, station(servers));

        assertThat(((ServerSpec) sampled.system().components().get("web")).workers())
                .isEqualTo((int) Math.round(scale * servers));
    }

    @ParameterizedTest
    @CsvSource({"100, 0.4, 0.5", "400, 0.2, 0.25", "10000, 0.02, 0.0278", "10, 0.7, 0.8"})
    void oneThatAddsMoreIsRefusedWithTheSmallestRoundOneThatWouldDo(int servers, double scale, String wayOut) {
        assertThatThrownBy(() -> Scaling.sample(scale, station(servers)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("web.workers")
                .hasMessageContaining("a scale of " + wayOut + " would do");
    }

    /** What the rule is about: the number in service of an infinite-server station is Poisson, so its swing is 1 / sqrt(a). */
    @Test
    void theLossOfASmallStationIsFarAboveThatOfALargeOneAtTheSameUtilization() {
        assertThat(blocked(10)).isCloseTo(0.1680, within(1e-4));
        assertThat(blocked(100)).isCloseTo(0.0270, within(1e-4));

        Fidelity honest = fidelity(0.5, station(400));
        Fidelity noisy = fidelity(0.1, station(100));

        assertThat(honest.large()).isEmpty();
        assertThat(noisy.large()).extracting(Gap::measure).contains("success");
        Gap success = noisy.gaps().stream()
                .filter(gap -> gap.measure().equals("success"))
                .findFirst()
                .orElseThrow();
        assertThat(success.difference())
                .as("Erlang's loss formula")
                .isCloseTo(blocked(100) - blocked(10), within(0.02));
    }

    /** Compares with the full size what {@link Scaling#by} makes smaller without asking. */
    private static Fidelity fidelity(double scale, Scenario full) {
        RunOptions options = new RunOptions(Worlds.SEED, 5, 1, Runnable::run, null, scale);
        RunSet sampled = Simulation.of(Scaling.by(scale, full)).run(options);
        RunResult one = Simulation.of(full).replication(Worlds.SEED, 0, Watcher.NONE);
        assertThat(sampled.against(Fidelity.of(sampled, full, one)).fidelity()).isNotNull();
        return Fidelity.of(sampled, full, one);
    }

    private static double blocked(int servers) {
        double load = 0.9 * servers;
        double b = 1;
        for (int n = 1; n <= servers; n++) {
            b = load * b / (n + load * b);
        }
        return b;
    }

    @Test
    void aGateOnRareFailuresIsOffInASampleThatIsRightAboutSuccess() {
        Scenario full = station(400, "few", Claim.of(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Limit.of(1e9)));

        assertThat(fidelity(0.5, full).large()).extracting(Gap::measure).containsExactly("requests.failed");
    }

    @Test
    void oneReplicationCannotTellChanceSoItRefusesNothing() {
        Gap alone = new Gap("success", Dimension.SHARE, 0.5, 0.9, Double.NaN, 0.02);

        assertThat(alone.isLarge()).isFalse();
    }

    @Test
    void whatNeverCameInOneSizeButInTheOtherIsALargeDifference() {
        double never = Double.POSITIVE_INFINITY;

        assertThat(new Gap("incident.end", Dimension.INSTANT, never, 60, 10, 120).isLarge())
                .isTrue();
        assertThat(new Gap("incident.end", Dimension.INSTANT, never, never, Double.NaN, 120).isLarge())
                .isFalse();
    }
}
