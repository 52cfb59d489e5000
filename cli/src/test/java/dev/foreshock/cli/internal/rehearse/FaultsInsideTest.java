package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of faults that services apply by themselves. */
class FaultsInsideTest {
    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();
    private Scenario scenario;

    @BeforeEach
    void load() throws IOException {
        Path file = directory.resolve("faults.yaml");
        Files.writeString(file, """
                foreshock: 1
                semantics: 2026.2
                scenario: faults
                clock: 2026-01-01T00:00:00Z .. 00:00:12
                components:
                  web: { is: server, workers: 5, work: 2ms }
                users:
                  client: { enters: web, visit: { pages: 1, think: 1s }, patience: 2s }
                traffic:
                  client: { usual: 1/s }
                faults:
                  a-late: { at: +6s, lasts: 1s, on: web, does: { is: slow, by: x2 } }
                  b-long: { at: +2s, lasts: 4s, on: web, does: { is: slow, by: x3 } }
                  c-endless: { at: +8s, on: web, does: { is: slow, by: x4 } }
                  d-outlasting: { at: +9s, lasts: 1h, on: web, does: crash }
                  e-elsewhere: { at: +3s, lasts: 1s, on: web, does: pause }
                  f-none: { at: +3s, lasts: 1s, on: web, does: pause, enabled: no }
                  g-ended: { at: +4s, lasts: 2s, on: web, does: { is: slow, by: x5 } }
                monitors:
                  down: { watches: web, alert: success < 95%, pages: [sam] }
                responders:
                  sam: {}
                runbook:
                  mend: { by: sam, do: end g-ended }
                """);
        LoadResult loaded = ScenarioLoader.standard().load(Source.of(file.toString()));
        assertThat(loaded.errors()).isEmpty();
        scenario = Objects.requireNonNull(loaded.scenario());
    }

    private void at(long seconds, FaultsInside faults) {
        told.clear();
        faults.until(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void eachIsToldOnceAsItBeginsAndEndsInTheOrderOfTime() {
        FaultsInside faults = new FaultsInside(scenario, Set.of("e-elsewhere"), told::add);
        at(1, faults);
        assertThat(told).isEmpty();
        at(2, faults);
        assertThat(told).containsExactly("begins: b-long (web: slow x3)");
        at(5, faults);
        assertThat(told)
                .as("nobody knows before when a step will end it")
                .containsExactly("begins: g-ended (web: slow x5), until a step ends it, or for 2s");
        at(7, faults);
        assertThat(told)
                .containsExactly(
                        "is over: b-long (web: slow x3)",
                        "begins: a-late (web: slow x2)",
                        "is over: a-late (web: slow x2)");
    }

    @Test
    void theScenarioEndsWhatWouldOutlastItButNotWhatHasNoEnd() {
        FaultsInside faults = new FaultsInside(scenario, Set.of("e-elsewhere"), told::add);
        at(7, faults);
        at(12, faults);
        assertThat(told)
                .containsExactly(
                        "begins: c-endless (web: slow x4)",
                        "begins: d-outlasting (web: crash)",
                        "is over: d-outlasting (web: crash)");
    }
}
