package dev.foreshock.cli.internal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.rehearse.Machine;
import dev.foreshock.cli.internal.rehearse.RedisRehearseTest;
import dev.foreshock.cli.internal.rehearse.RehearseTest;
import dev.foreshock.cli.internal.rehearse.TwinRemains;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Changes;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.LoadedOverlay;
import dev.foreshock.scenarios.MeasuredOn;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import dev.foreshock.simulated.HopCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateTest {
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:20
            components:
              web: { is: server, workers: 50, work: 2ms, calls: { db: { timeout: 200ms, link: 1ms } } }
              db: { is: server, workers: 10, work: 3ms, calls: { store: { link: "1ms .. 2ms" } } }
              store: { is: server, workers: 10, work: 1ms }
            users:
              client: { enters: web, visit: { pages: 1, think: 1s } }
            traffic:
              client: { usual: 60/s }
            """;

    private static final MeasuredOn MEASURED = new MeasuredOn(
            "2026-11-30T15:40:12Z",
            Duration.ofSeconds(10),
            "small \"one\": the \\ first",
            List.of("prod.yaml"),
            List.of("a", "b"),
            List.of("web.workers=3"),
            2,
            17,
            "Linux amd64",
            Map.of("db", "PostgreSQL", "front", "HAProxy"));

    @TempDir
    Path directory;

    private Path file() throws IOException {
        return Files.writeString(directory.resolve("small.yaml"), SCENARIO);
    }

    private static HopCost cost(double... millis) {
        HopCost cost = HopCost.NONE;
        for (double each : millis) {
            cost = cost.with(each * 1e6);
        }
        return cost;
    }

    private Scenario with(String overlay) throws IOException {
        Path path = Files.writeString(directory.resolve("overlay.yaml"), overlay);
        LoadResult loaded =
                ScenarioLoader.standard().load(Source.file(file()), new Changes(List.of(path), List.of(), List.of()));
        assertThat(loaded.errors()).isEmpty();
        return Objects.requireNonNull(loaded.scenario());
    }

    private static Duration latency(Scenario scenario, String component, String call) {
        TimeLaw latency = scenario.system()
                .components()
                .get(component)
                .calls()
                .get(call)
                .link()
                .latency();
        return latency instanceof Fixed fixed ? fixed.value() : ((Lognormal) latency).mean();
    }

    @Test
    void theCallsOfABalancerHaveOneLinkAndWhatTheyCostTogether() throws IOException {
        Path balanced = Files.writeString(
                directory.resolve("balanced.yaml"),
                SCENARIO.replace("enters: web", "enters: front")
                        .replace(
                                "components:\n",
                                "components:\n  front: { is: balancer, weights: { web: 50%, db: 50% } }\n"));
        Scenario scenario = Objects.requireNonNull(
                ScenarioLoader.standard().load(Source.file(balanced)).scenario());
        CalibratedOverlay overlay =
                new CalibratedOverlay(scenario, Map.of("front.web", cost(1, 1), "front.db", cost(4, 4, 4, 4)));
        Path path = Files.writeString(directory.resolve("overlay.yaml"), overlay.text(MEASURED));
        LoadResult loaded =
                ScenarioLoader.standard().load(Source.file(balanced), new Changes(List.of(path), List.of(), List.of()));
        assertThat(loaded.errors()).isEmpty();
        BalancerSpec front = (BalancerSpec)
                Objects.requireNonNull(loaded.scenario()).system().components().get("front");
        // The logarithms are 0, 0 and four times ln 4.
        double variance = Math.pow(Math.log(4), 2) * 4 * 2 / 6 / 5;
        double halfMillis = Math.pow(4, 4.0 / 6) * Math.exp(variance / 2) / 2;
        assertThat(overlay.text(MEASURED)).contains("samples: 6");
        assertThat(((Lognormal) front.link().latency()).mean().toNanos())
                .isCloseTo((long) (halfMillis * 1e6), within(1_000L));
    }

    @Test
    void halfOfWhatAHopCostsIsAddedToEachWay() throws IOException {
        Scenario small = Objects.requireNonNull(
                ScenarioLoader.standard().load(Source.file(file())).scenario());
        CalibratedOverlay overlay = new CalibratedOverlay(
                small,
                Map.of(
                        "web.db", cost(1, 2, 4),
                        "users.client", cost(0.5, 0.5),
                        "db.store", cost(1, 1),
                        "web.gone", cost(1, 1)));
        Scenario calibrated = with(overlay.text(MEASURED));
        // Logarithms ln 1, ln 2 and ln 4: of variance (ln 2)^2, so the mean is 2 exp((ln 2)^2 / 2) ms, and half of it
        // comes to the described 1 ms.
        assertThat(calibrated
                        .system()
                        .components()
                        .get("web")
                        .calls()
                        .get("db")
                        .link()
                        .latency())
                .isEqualTo(Lognormal.withCv(Duration.ofNanos(2_272_000), 0.622));
        assertThat(calibrated.users().get("client").link().latency()).isEqualTo(new Fixed(Duration.ofNanos(250_000)));
        assertThat(calibrated.system().components().get("db"))
                .as("no fixed latency to be added to")
                .isEqualTo(small.system().components().get("db"));
        assertThat(overlay.told())
                .contains(
                        "web.db: 2.333 ms ± 1.729 ms there and back, half of them up to 2.000 ms, in 3 calls",
                        "left out");
    }

    @Test
    void whatItWasMeasuredOnIsReadAsItWasWritten() throws IOException {
        Scenario small = Objects.requireNonNull(
                ScenarioLoader.standard().load(Source.file(file())).scenario());
        String text = new CalibratedOverlay(small, Map.of("web.db", cost(1, 2, 4))).text(MEASURED);
        LoadedOverlay read =
                ScenarioLoader.standard().overlay(Files.writeString(directory.resolve("overlay.yaml"), text));
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.measured()).isEqualTo(MEASURED);
    }

    @Test
    void nothingThatSomebodyElseWroteIsWrittenOver() throws IOException {
        Console console = new Console(directory);
        Path written = file();
        assertThat(console.run("calibrate", written.toString(), "--out", written.toString()))
                .isEqualTo(2);
        assertThat(console.err())
                .contains("--out must be a new file, or an overlay that calibrate wrote, but was ", "small.yaml");
        assertThat(Files.readString(written)).isEqualTo(SCENARIO);
        assertThat(console.run("calibrate", written.toString(), "--out", directory.toString()))
                .isEqualTo(2);
        assertThat(console.run("calibrate", written.toString(), "--out", written + "/no/such.yaml"))
                .isEqualTo(2);
        assertThat(console.err()).contains("--out must be a file that can be written, but was ");
    }

    @Test
    void whatDoesNotFitIsSaidTogetherBeforeAnythingIsMeasured() throws IOException {
        Console console = new Console(directory);
        Path written = file();
        Path state = directory.resolve("state");
        assertThat(console.run(
                        "calibrate",
                        written.toString(),
                        "--haproxy",
                        "web",
                        "--redis",
                        "db",
                        "--out",
                        written.toString(),
                        "--state",
                        state.toString()))
                .isEqualTo(2);
        assertThat(console.err())
                .startsWith("foreshock: this cannot be calibrated, for ")
                .containsSubsequence(
                        "  - --out must be a new file, or an overlay that calibrate wrote, but was ",
                        "  - --haproxy must name a balancer, but was web",
                        "  - --redis must name a component with a page-cache, but was db");
        assertThat(state).doesNotExist();
    }

    /** Faults are not applied while it measures, so none keeps it from that. */
    @Test
    void aRedisIsStartedAsARehearsalStartsItAndTheFileSaysSo() throws Exception {
        Path state = Files.createDirectory(directory.resolve("state"));
        RedisRehearseTest.assumeRedis(state);
        Path cached = Files.writeString(
                directory.resolve("cached.yaml"),
                SCENARIO.replace(
                                "work: 2ms, calls:",
                                "work: 2ms, page-cache: { cacheable: 100%, pages: 5, ttl: 10m }, calls:")
                        + """
                        faults:
                          one: { at: +1s, lasts: 5s, on: web, does: pause }
                          other: { at: +2s, lasts: 5s, on: web, does: crash }
                        """);
        Console console = new Console(directory);
        int code = console.run(
                "calibrate",
                "--warm",
                "1s",
                cached.toString(),
                "--for",
                "2s",
                "--redis",
                "web",
                "--out",
                "cached-calibrated.yaml",
                "--state",
                state.toString());
        assertThat(code).as(console.err()).isZero();
        assertThat(console.out()).contains("web.db: ", "users.client: ");
        MeasuredOn measured = ScenarioLoader.standard()
                .overlay(directory.resolve("cached-calibrated.yaml"))
                .measured();
        assertThat(Objects.requireNonNull(measured).parts()).isEqualTo(Map.of("web", "Redis"));
        new TwinRemains(state).assertNone();
    }

    @Test
    void allServicesCanShareThisProcess() throws Exception {
        Console console = new Console(directory);
        int code = console.run(
                "calibrate",
                "--warm",
                "1s",
                file().toString(),
                "--for",
                "2s",
                "--one-process",
                "--state",
                directory.resolve("state").toString());
        assertThat(code).as(console.err()).isZero();
        assertThat(console.err()).contains("started web at port ").doesNotContain("(process ");
        assertThat(directory.resolve("calibrated.yaml")).isRegularFile();
    }

    @Test
    void whatAStandbyTakesBesideItsLagIsAddedToTheLag() throws IOException {
        Path written = Files.writeString(
                directory.resolve("written.yaml"),
                SCENARIO.replace("store: { is: server, workers: 10, work: 1ms }", """
                        store: { is: database, pool: 10, query: 1ms,
                            standby: { lag: 40ms, mode: synchronous, check: { every: 1s, within: 1s }, promote: 1s } }"""));
        Scenario scenario = Objects.requireNonNull(
                ScenarioLoader.standard().load(Source.file(written)).scenario());
        CalibratedOverlay overlay =
                new CalibratedOverlay(scenario, Map.of("store.standby", cost(1, 2, 3), "web.db", cost(1, 1)));
        Path path = Files.writeString(directory.resolve("overlay.yaml"), overlay.text(MEASURED));
        LoadResult loaded =
                ScenarioLoader.standard().load(Source.file(written), new Changes(List.of(path), List.of(), List.of()));
        assertThat(loaded.errors()).isEmpty();
        DatabaseSpec store = (DatabaseSpec)
                Objects.requireNonNull(loaded.scenario()).system().components().get("store");
        assertThat(Objects.requireNonNull(store.standby()).lag()).isEqualTo(Duration.ofMillis(42));
        assertThat(overlay.told()).contains("store.standby: 2.000 ms ± 1.132 ms beside its lag, in 3 writes");
    }

    @Test
    void aHopIsMeasuredAndTheFileIsReadByRehearse() throws Exception {
        Console console = new Console(directory);
        Path out = directory.resolve("calibrated.yaml");
        Instant begun = Instant.now();
        int code = console.run(
                "calibrate",
                "--warm",
                "1s",
                file().toString(),
                "--for",
                "2s",
                "--out",
                out.toString(),
                "--state",
                directory.resolve("state").toString());
        assertThat(code).as(console.err()).isZero();
        assertThat(console.out()).contains("web.db: ", "users.client: ", "written: " + out);
        assertThat(console.err()).doesNotContain("Exception");
        Scenario calibrated = with(Files.readString(out));
        assertThat(latency(calibrated, "web", "db")).isGreaterThan(Duration.ofMillis(1));
        assertThat(Console.names(directory.resolve("state/twins"))).isEmpty();
        MeasuredOn measured =
                Objects.requireNonNull(ScenarioLoader.standard().overlay(out).measured());
        assertThat(Instant.parse(measured.at())).isBetween(begun.minusSeconds(1), Instant.now());
        assertThat(measured.lasting()).isEqualTo(Duration.ofSeconds(2));
        assertThat(measured.scenario()).isEqualTo("small");
        assertThat(new Machine(measured.processors(), measured.jdk(), measured.os()))
                .isEqualTo(Machine.here());
        assertThat(measured.parts()).as("all of it is ours").isEmpty();
    }

    private static final String DATABASE = """
            foreshock: 1
            semantics: 2026.2
            scenario: kept
            clock: 2026-01-01T00:00:00Z .. 00:00:20
            components:
              web: { is: server, workers: 50, work: 2ms, calls: { db: { timeout: 2s, link: 1ms } } }
              db:
                is: database
                pool: 10
                query: 2ms
                standby: { lag: 0s, mode: synchronous, check: { every: 200ms, within: 200ms }, promote: 100ms }
            users:
              client: { enters: web, visit: { pages: 1, think: 1s }, patience: 5s }
            traffic:
              client: { usual: 40/s }
            """;

    /** How long a commit takes beside the query is told by BesideTest of the services: here it is a real one. */
    @Test
    void theWayToARealDatabaseIsMeasuredWithItsCommits() throws Exception {
        RehearseTest.assumePostgres();
        Path kept = Files.writeString(directory.resolve("kept.yaml"), DATABASE);
        Console console = new Console(directory);
        int code = console.run(
                "calibrate",
                "--warm",
                "1s",
                kept.toString(),
                "--for",
                "2s",
                "--out",
                "kept-calibrated.yaml",
                "--state",
                directory.resolve("state").toString());
        assertThat(code).as(console.err()).isZero();
        assertThat(console.out())
                .containsPattern(
                        "web\\.db: \\d+\\.\\d+ ms ± \\d+\\.\\d+ ms there and back, half of them up to \\d+\\.\\d+ ms, in [1-9]\\d* calls");
        LoadResult loaded = ScenarioLoader.standard()
                .load(
                        Source.file(kept),
                        new Changes(List.of(directory.resolve("kept-calibrated.yaml")), List.of(), List.of()));
        assertThat(loaded.errors()).isEmpty();
        assertThat(latency(Objects.requireNonNull(loaded.scenario()), "web", "db"))
                .isGreaterThan(Duration.ofMillis(1));
        MeasuredOn measured = ScenarioLoader.standard()
                .overlay(directory.resolve("kept-calibrated.yaml"))
                .measured();
        assertThat(Objects.requireNonNull(measured).parts()).isEqualTo(Map.of("db", "PostgreSQL"));
        new TwinRemains(directory.resolve("state")).assertNone();
    }
}
