package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Latency.AtEnd;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallFaultsTest {
    @TempDir
    Path directory;

    private Scenario foretold;

    @BeforeEach
    void load() throws IOException {
        Path file = directory.resolve("slow.yaml");
        Files.writeString(file, """
                foreshock: 1
                semantics: 2026.2
                scenario: slow
                clock: 2026-01-01T00:00:00Z .. 00:00:12
                components:
                  web: { is: server, workers: 5, work: 2ms, calls: { db: {} } }
                  db: { is: server, workers: 5, work: 2ms }
                users:
                  client: { enters: web, visit: { pages: 1, think: 1s }, patience: 2s }
                traffic:
                  client: { usual: 1/s }
                faults:
                  all: { at: +2s, lasts: 2s, on: db, does: { is: latency, adds: 100ms } }
                  one: { at: +2s, lasts: 2s, on: web.db, does: { is: latency, adds: 100ms } }
                  some: { at: +2s, lasts: 2s, on: db, does: { is: latency, adds: 100ms, calls: 30% } }
                  endless: { at: +2s, on: db, does: { is: latency, adds: 100ms } }
                  refused: { at: +5s, lasts: 2s, on: db, does: { is: refused } }
                """);
        Scenario scenario = Objects.requireNonNull(
                ScenarioLoader.standard().load(Source.of(file.toString())).scenario());
        foretold = new CallFaults(scenario).byProxies();
    }

    private AtEnd atEnd(String fault) {
        Effect does = Objects.requireNonNull(foretold.faults().get(fault)).does();
        return ((Latency) does).atEnd();
    }

    @Test
    void theProxyOfALatencyLetsGoOfWhatItHolds() {
        assertThat(atEnd("all")).isEqualTo(AtEnd.RELEASE);
        assertThat(atEnd("one")).isEqualTo(AtEnd.RELEASE);
    }

    @Test
    void whatNoProxyCanDoIsDoneAsDescribed() {
        assertThat(atEnd("some")).isEqualTo(AtEnd.KEEP);
        assertThat(atEnd("endless")).isEqualTo(AtEnd.KEEP);
        assertThat(foretold.faults().get("refused").text()).isEqualTo("db: refused");
    }
}
