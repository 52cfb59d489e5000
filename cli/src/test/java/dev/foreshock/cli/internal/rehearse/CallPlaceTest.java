package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Names with dots in addresses of calls. */
class CallPlaceTest {
    @TempDir
    Path directory;

    private Scenario scenario;

    @BeforeEach
    void load() throws IOException {
        Path file = directory.resolve("dots.yaml");
        Files.writeString(file, """
                foreshock: 1
                semantics: 2026.2
                scenario: dots
                clock: 2026-01-01T00:00:00Z .. 00:00:12
                components:
                  web: { is: server, workers: 5, work: 2ms, calls: { checkout.db: {}, own: { to: checkout.api } } }
                  checkout.api: { is: server, workers: 5, work: 2ms, calls: { checkout.db: {} } }
                  checkout.db: { is: server, workers: 5, work: 2ms }
                users:
                  app.mobile: { enters: web, visit: { pages: 1, think: 1s }, patience: 2s }
                traffic:
                  app.mobile: { usual: 1/s }
                """);
        scenario = Objects.requireNonNull(
                ScenarioLoader.standard().load(Source.of(file.toString())).scenario());
    }

    @Test
    void aCallOfADottedNameIsFoundWhereverItsDotsAre() {
        assertThat(CallPlace.at("web.checkout.db", scenario)).contains(new CallPlace("web", "checkout.db"));
        assertThat(CallPlace.at("checkout.api.checkout.db", scenario))
                .contains(new CallPlace("checkout.api", "checkout.db"));
        assertThat(CallPlace.at("users.app.mobile", scenario)).contains(new CallPlace("users", "app.mobile"));
    }

    @Test
    void itGoesToTheComponentThatItNames() {
        assertThat(CallPlace.at("web.checkout.db", scenario).orElseThrow().to(scenario))
                .contains("checkout.db");
        assertThat(CallPlace.at("web.own", scenario).orElseThrow().to(scenario)).contains("checkout.api");
        assertThat(CallPlace.at("users.app.mobile", scenario).orElseThrow().to(scenario))
                .contains("web");
    }

    @Test
    void whatIsNoCallIsNone() {
        assertThat(CallPlace.at("checkout.db", scenario)).isEmpty();
        assertThat(CallPlace.at("web.nobody", scenario)).isEmpty();
    }
}
