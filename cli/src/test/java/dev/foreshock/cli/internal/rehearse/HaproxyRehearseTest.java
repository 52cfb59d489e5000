package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Transformation;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.Twin;
import dev.foreshock.simulated.TwinOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal with HAProxy in place of a balancer. What it takes decides nothing. */
class HaproxyRehearseTest {
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:10
            components:
              front:
                is: balancer
                weights: { a: 50%, b: 50% }
                choose: round-robin
                timeout: 1s
                check: { every: 200ms, within: 800ms, down-after: 1 }
                redispatch: { on: [refused, reset, timed-out] }
                none-left: refuse
              a: { is: server, workers: 50, work: 2ms }
              b: { is: server, workers: 50, work: 2ms }
            users:
              client: { enters: front, visit: { pages: 1, think: 1s }, patience: 5s }
            traffic:
              client: { usual: 40/s }
            faults:
              black-hole: { at: +3s, lasts: 3s, on: front.a, does: lost }
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            gates:
              served: requests.succeeded >= 50
            """;

    @TempDir
    Path directory;

    private Rehearsing small;

    @BeforeEach
    void write() throws IOException {
        small = Rehearsing.of(directory, SCENARIO);
    }

    static boolean isWanted() {
        List<String> missing =
                List.of(System.getenv().getOrDefault("FORESHOCK_MISSING", "").split(" ", -1));
        boolean isHere = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "haproxy")));
        return isHere || (System.getenv("FORESHOCK_REQUIRE_ALL") != null && !missing.contains("haproxy"));
    }

    @Test
    @EnabledIf(value = "isWanted", disabledReason = "there is no haproxy on the PATH")
    void haproxyTakesATargetOutAndSendsItsCallsElsewhere() throws Exception {
        int code = small.run("--haproxy", "front", "--replications", "20");
        assertThat(code).as(small.console().err()).isZero();
        JsonNode rehearsal = small.json("rehearsal.json");
        assertThat(rehearsal.get("others").get("front").asText()).startsWith("HAProxy");
        assertThat(rehearsal.get("figures"))
                .as("the checks of a service find it well from the start")
                .noneSatisfy(figure -> {
                    assertThat(figure.get("phase").asText()).isEqualTo("before");
                    assertThat(figure.get("figure").asText()).isIn("out", "back");
                });
        JsonNode components = small.json("result.json").get("components");
        assertThat(components.at("/front/arrivals/value").asInt())
                .as("users count theirs")
                .isPositive();
        for (String behind : List.of("a", "b")) {
            assertThat(components.get(behind).has("arrivals"))
                    .as("nobody counts what HAProxy sends")
                    .isFalse();
            assertThat(components.get(behind).has("failures")).isFalse();
            assertThat(components.get(behind).at("/completions/value").asInt())
                    .as("it knows itself what it answered")
                    .isPositive();
        }
        assertThat(Files.readString(small.out().resolve("report.html"))).contains("Nobody counted the calls to a, b: ");
        assertThat(small.json("result.json").toString())
                .contains("front (HAProxy) takes a out: Layer7 timeout")
                .contains("front (HAProxy) takes a back");
        small.assertNothingIsLeft();
    }

    /** Its program is not run before a run begins. */
    @Test
    void aRunBeginsAtAMomentBetweenTwoOfItsChecksThatTheSeedDraws() throws Exception {
        Target target = new Target();
        target.scenario = small.file().toString();
        Scenario scenario = Objects.requireNonNull(target.load().scenario());
        try (TwinRoom room = TwinRoom.make(small.state(), target, new Transformation())) {
            TwinOptions options = room.options(scenario, false).withHaproxy(Set.of("front"));
            try (Twin twin = Twin.start(scenario, options, line -> {})) {
                long[] leads =
                        LongStream.range(0, 200).map(twin::leadNanos).sorted().toArray();
                assertThat(leads[leads.length - 1] - leads[0])
                        .as("of 200 ms between two")
                        .isBetween(150_000_000L, 199_999_999L);
                assertThat(twin.leadNanos(7)).isEqualTo(twin.leadNanos(7));
            }
        }
        small.assertNothingIsLeft();
    }

    @Test
    void whatHaproxyCannotBeIsRefusedBeforeAnythingIsStarted() {
        refuses("--haproxy must name a balancer, but was a; balancers are: front", "--haproxy", "a");
        refuses(
                "--haproxy must name a balancer, but was frnt; 'front' exists; balancers are: front",
                "--haproxy",
                "frnt");
        refuses("'none-left' must be refuse", "--haproxy", "front", "--set", "front.none-left=try-all");
        refuses("not --one-process", "--haproxy", "front", "--one-process");
        refuses(
                "fault black-hole (front.a: lost) cannot be applied to HAProxy: it has no end, and what is done from outside must"
                        + " end by itself; leave it out (--set faults.black-hole.enabled=no), or --haproxy",
                "--haproxy",
                "front",
                "--set",
                "faults.black-hole.lasts=null");
        refuses(
                "fault black-hole (a: errors) cannot be applied to HAProxy: ",
                "--haproxy",
                "front",
                "--set",
                "faults.black-hole={ at: +1s, lasts: 1s, on: a, does: errors }");
        assertThat(small.state()).doesNotExist();
    }

    @Test
    void aMonitorThatWouldSeeNothingIsRefusedBeforeAnythingIsStarted() throws IOException {
        refusesMonitor(
                "watches: front, every: 1s, alert: success < 90% for 5s",
                "nobody scrapes it ('monitors.m.watches' must be another component, or 'monitors.m.enabled' no)");
        refusesMonitor(
                "watches: a, every: 1s, alert: success < 90% for 5s",
                "it counts no calls, so that the success of a is not known");
        refusesMonitor("watches: a, every: 1s, alert: utilization > 90% for 5s", "not --one-process");
        refusesMonitor("watches: front, every: 1s, alert: success < 90% for 5s, enabled: no", "not --one-process");
        assertThat(small.state()).doesNotExist();
    }

    /** What HAProxy could be is refused for another reason. */
    private void refusesMonitor(String monitor, String why) throws IOException {
        Rehearsing watched = small.another(SCENARIO + "monitors:\n  m: { " + monitor + " }\n");
        assertThat(watched.run("--haproxy", "front", "--one-process")).isEqualTo(3);
        assertThat(watched.console().err()).contains(why);
    }

    private void refuses(String why, String... options) {
        assertThat(small.run(options)).isEqualTo(3);
        assertThat(small.console().err()).contains(why);
    }
}
