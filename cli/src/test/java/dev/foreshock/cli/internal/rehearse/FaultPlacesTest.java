package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.rehearse.FaultPlaces.Clash;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Latency.AtEnd;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where faults are applied, before anything is started. */
class FaultPlacesTest {
    private static final Set<String> ALL = Set.of("front", "web", "db", "store");

    private static final String SYSTEM = """
            foreshock: 1
            semantics: 2026.2
            scenario: faults
            clock: 2026-01-01T00:00:00Z .. 00:00:12
            components:
              front: { is: balancer, weights: { web: 100% }, choose: round-robin }
              web: { is: server, workers: 5, work: 2ms, calls: { db: {}, store: {} } }
              db: { is: server, workers: 5, work: 2ms }
              store:
                is: database
                pool: 5
                query: 2ms
                standby: { lag: 0s, check: { every: 200ms, within: 200ms }, promote: 100ms }
            users:
              client: { enters: front, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic:
              client: { usual: 1/s }
            faults:
            """;

    @TempDir
    Path directory;

    private static final String RUNBOOK = """
            monitors:
              down: { watches: front, alert: success < 95%, pages: [sam] }
            responders:
              sam: {}
            runbook:
              mend: { by: sam, do: [end call, end process, end primary] }
            """;

    private FaultPlaces places(Set<String> own, String faults) throws IOException {
        return places(own, faults, "");
    }

    private FaultPlaces places(Set<String> own, String faults, String more) throws IOException {
        Target target = new Target();
        target.scenario = Files.writeString(directory.resolve("faults.yaml"), SYSTEM + faults.indent(2) + more)
                .toString();
        LoadResult loaded = target.load();
        assertThat(loaded.errors()).isEmpty();
        Scenario scenario = Objects.requireNonNull(loaded.scenario());
        return new FaultPlaces(scenario, own, false);
    }

    @Test
    void eachIsAppliedWhereItIsMostReal() throws IOException {
        FaultPlaces places = places(ALL, """
                call: { at: +1s, lasts: 1s, on: web.db, does: lost }
                process: { at: +1s, lasts: 1s, on: db, does: crash }
                primary: { at: +1s, lasts: 1s, on: store, does: crash }
                slow: { at: +1s, lasts: 1s, on: db, does: { is: slow, by: x2 } }
                endless: { at: +1s, on: db, does: lost }
                none: { at: +1s, lasts: 1s, on: db, does: lost, enabled: no }
                """);
        assertThat(places.outside()).containsExactlyInAnyOrder("call", "process");
        assertThat(places.inside()).containsOnlyKeys("slow", "endless");
        assertThat(places.places())
                .containsEntry("call", "web.db: lost, by a proxy on web.db")
                .containsEntry("process", "db: crash, by a signal to the process of db")
                .containsEntry("primary", "store: crash, by a signal to the primary of store, a real PostgreSQL")
                .containsEntry(
                        "slow", "db: slow x2, in the service itself: a process can be killed or stopped, not slowed")
                .doesNotContainKey("none");
        assertThat(places.clashes()).isEmpty();
    }

    @Test
    void whatAStepEndsIsStruckFromOutsideButForAProcessThatIsStartedAgain() throws IOException {
        FaultPlaces places = places(ALL, """
                call: { at: +1s, on: web.db, does: lost }
                process: { at: +1s, lasts: 1s, on: db, does: crash }
                primary: { at: +1s, lasts: 1s, on: store, does: crash }
                endless: { at: +1s, on: web.store, does: lost }
                """, RUNBOOK);
        assertThat(places.outside())
                .as("it has an end: the step, or that of the rehearsal")
                .containsExactly("call");
        assertThat(places.inside()).containsOnlyKeys("endless", "process");
        assertThat(places.places())
                .containsEntry(
                        "process",
                        "db: crash, in the service itself: step mend ends it, and a process that is started again knows of its"
                                + " planned end alone");
        assertThat(places.unending()).as("a real one has no service that could").containsExactly("primary");
    }

    @Test
    void aProcessThatStepsChangeIsNotKilledFromOutside() throws IOException {
        String killed = "process: { at: +3s, lasts: 1s, on: db, does: crash }\n";
        assertThat(places(ALL, killed, runbook("db.queue 5")).inside())
                .containsEntry(
                        "process",
                        "step mend acts on what its process does, and one that is gone or started again knows nothing of that");
        String tired = "tired: { at: +1s, on: web, does: { is: slow, by: x2 } }\n";
        assertThat(places(ALL, killed + tired, runbook("end tired")).inside()).containsOnlyKeys("process", "tired");
        String cut = "cut: { at: +1s, on: web.db, does: lost }\n";
        assertThat(places(ALL, killed + cut, runbook("end cut")).outside())
                .as("a proxy is outside, and nobody acts on db")
                .containsExactlyInAnyOrder("process", "cut");
        assertThat(places(ALL, killed, runbook("web.queue 5")).outside()).containsExactly("process");
    }

    private static String runbook(String action) {
        return RUNBOOK.replace("[end call, end process, end primary]", action);
    }

    @Test
    void whereAllShareAProcessOnlyProxiesAreOutside() throws IOException {
        FaultPlaces places = places(Set.of(), """
                call: { at: +1s, lasts: 1s, on: web.db, does: lost }
                process: { at: +1s, lasts: 1s, on: db, does: crash }
                again: { at: +1s, lasts: 2s, on: db, does: pause }
                """);
        assertThat(places.outside()).containsExactly("call");
        assertThat(places.inside()).containsEntry("process", "it shares its process");
        assertThat(places.clashes()).isEmpty();
    }

    /** As HAProxy has none, which ends with nothing but the rehearsal. */
    @Test
    void whatHasNoProcessOfOursIsNotStruck() throws IOException {
        FaultPlaces places = places(Set.of("db", "store"), "killed: { at: +1s, lasts: 1s, on: web, does: crash }");
        assertThat(places.inside()).containsEntry("killed", "it has no process that is ours to strike");
    }

    /** Whoever injects refuses a process that nobody has reviewed, and takes a proxy that was turned off for another's. */
    @Test
    void whatAnEarlierFaultMakesImpossibleFromOutsideIsPlayedInside() throws IOException {
        FaultPlaces places = places(ALL, """
                killed: { at: +1s, lasts: 1s, on: db, does: crash }
                stopped: { at: +5s, lasts: 1s, on: db, does: pause }
                refused: { at: +1s, lasts: 3s, on: web.db, does: refused }
                again: { at: +4s, lasts: 1s, on: web.db, does: refused }
                later: { at: +6s, lasts: 1s, on: web.db, does: refused }
                """);
        assertThat(places.outside()).containsExactlyInAnyOrder("killed", "refused", "later");
        assertThat(places.inside())
                .containsEntry("stopped", "killed kills its process before, and what takes its place is another")
                .containsEntry("again", "the proxy is turned off by refused at the same time");
        assertThat(places.clashes()).isEmpty();
    }

    @Test
    void twoThatStrikeOneProcessAtOneTimeClash() throws IOException {
        FaultPlaces places = places(ALL, """
                stopped: { at: +1s, lasts: 2s, on: db, does: pause }
                killed: { at: +3s, lasts: 1s, on: db, does: crash }
                elsewhere: { at: +1s, lasts: 5s, on: web, does: pause }
                """);
        assertThat(places.clashes()).containsExactly(new Clash("stopped", "killed", "db"));
    }

    @Test
    void theProxyOfALatencyLetsGoOfWhatItHoldsWhereTheModelKeepsIt() throws IOException {
        Scenario applied = places(ALL, """
                all: { at: +2s, lasts: 2s, on: db, does: { is: latency, adds: 100ms } }
                one: { at: +2s, lasts: 2s, on: web.db, does: { is: latency, adds: 100ms } }
                some: { at: +2s, lasts: 2s, on: db, does: { is: latency, adds: 100ms, calls: 30% } }
                endless: { at: +2s, on: db, does: { is: latency, adds: 100ms } }
                """).applied();
        assertThat(applied.faults().keySet())
                .as("those that are released")
                .filteredOn(name ->
                        Objects.requireNonNull(applied.faults().get(name)).does() instanceof Latency latency
                                && latency.atEnd() == AtEnd.RELEASE)
                .containsExactlyInAnyOrder("all", "one");
    }

    @Test
    void theProxyOfALossClosesWhatItSilencedWhereTheModelSaysNothingMore() throws IOException {
        Scenario applied = places(ALL, """
                all: { at: +2s, lasts: 2s, on: db, does: lost }
                some: { at: +2s, lasts: 2s, on: db, does: { is: lost, calls: 30% } }
                endless: { at: +2s, on: db, does: lost }
                """).applied();
        assertThat(applied.faults().keySet())
                .as("those that close connections")
                .filteredOn(name ->
                        Objects.requireNonNull(applied.faults().get(name)).does() instanceof Lost lost
                                && lost.atEnd() == Lost.AtEnd.RESET)
                .containsExactly("all");
    }
}
