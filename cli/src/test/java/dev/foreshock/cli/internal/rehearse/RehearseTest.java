package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals with real processes. What they take decides nothing: only what happened, and what is left. */
public class RehearseTest {
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:12
            components:
              web: { is: server, workers: 50, work: 2ms, calls: { db: { timeout: 200ms } } }
              db: { is: server, workers: 10, work: 3ms, restart: { takes: 1s } }
            users:
              client: { enters: web, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic:
              client: { usual: 40/s }
            faults:
              black-hole: { at: +2s, lasts: 1s, on: db, does: lost }
              killed: { at: +5s, lasts: 1s, on: db, does: crash }
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            gates:
              served: requests.succeeded >= 100
              felt: impact.total > 0s
            variants:
              patient: { about: Users wait longer., set: { users.client.patience: 3s } }
              hasty: { about: Users wait less., set: { users.client.patience: 1s } }
            """;

    @TempDir
    Path directory;

    private Rehearsing small;
    private Console console;

    @BeforeEach
    void write() throws IOException {
        small = Rehearsing.of(directory, SCENARIO);
        console = small.console();
    }

    private void assertNothingIsLeft() throws IOException {
        small.assertNothingIsLeft();
        assertThat(console.run("heal", "--state", small.state().toString())).isZero();
        assertThat(console.out()).contains("nothing to heal");
    }

    @Test
    void aStepThatEndsAFaultTakesTheToxicAway() throws Exception {
        Rehearsing ended =
                small.another(SCENARIO.replace("  black-hole: { at: +2s, lasts: 1s,", "  black-hole: { at: +2s,")
                        .replace("faults:\n", """
                        monitors:
                          down: { watches: web, every: 500ms, alert: success < 80%, pages: [sam] }
                        responders:
                          sam: {}
                        runbook:
                          mend: { by: sam, takes: 500ms, do: end black-hole }
                        faults:
                        """));
        int code = ended.run("--replications", "3", "--set", "faults.killed=null");
        assertThat(code).as(console.err()).isIn(0, 4);
        assertThat(console.err()).contains("begins: black-hole", "is over: black-hole", "through proxy 'db'");
        assertThat(console.out()).contains("black-hole: db: lost, by a proxy on db");
        assertThat(ended.json("result.json").toString())
                .contains("end black-hole", "fault black-hole is over")
                .as("it was over long before the end, so users were served again")
                .contains("down is resolved");
        assertNothingIsLeft();
    }

    @Test
    void aScenarioIsPlayedByProcessesAndLaidBesideItsForecast() throws Exception {
        int code = small.run("--replications", "20");
        assertThat(code).as(console.err()).isZero();
        assertThat(console.err())
                .contains(
                        "started web at 127.0.0.1:",
                        "started db at 127.0.0.1:",
                        "touched process",
                        "through proxy 'db'");
        assertThat(console.out())
                .contains(
                        "black-hole: db: lost, by a proxy on db",
                        "killed: db: crash, by a signal to the process of db",
                        "figures lie where 90 % of 20 simulated runs do",
                        "exit 0: passed");
        JsonNode rehearsal = small.json("rehearsal.json");
        assertThat(rehearsal.get("figures"))
                .anySatisfy(figure -> {
                    assertThat(figure.get("phase").asText()).isEqualTo("black-hole");
                    assertThat(figure.get("figure").asText()).isEqualTo("first-failure");
                    assertThat(figure.has("observed")).isTrue();
                    assertThat(figure.has("median")).isTrue();
                    assertThat(figure.get("covers").asDouble()).isBetween(0.9, 1.0);
                })
                .anySatisfy(figure -> {
                    assertThat(figure.get("phase").asText()).isEqualTo("killed");
                    assertThat(figure.has("observed")).isTrue();
                });
        assertThat(rehearsal.get("figures"))
                .allSatisfy(figure -> assertThat(figure.has("lies")).isTrue());
        assertThat(rehearsal.get("load").get("by").asText()).isEqualTo("foreshock");
        assertThat(rehearsal.get("others")).isEmpty();
        assertThat(rehearsal.get("variants"))
                .as("those that were chosen, not those that there are")
                .isEmpty();
        assertThat(small.json("forecast.json").get("replications").asInt()).isEqualTo(20);
        assertThat(small.json("forecast.json").get("figures").get(0).has("observed"))
                .isFalse();
        for (String file : List.of("forecast", "rehearsal", "run")) {
            assertThat(PublishedSchema.unnoticed(
                            file + "-v1.json", small.json(file + ".json").toString()))
                    .as(file)
                    .isEmpty();
        }
        JsonNode result = small.json("result.json");
        assertThat(result.get("world").asText()).isEqualTo("staging");
        assertThat(PublishedSchema.violations("result-v1.json", result.toString()))
                .isEmpty();
        assertThat(Console.names(small.out())).contains("report.html", "junit.xml", "run.json");
        aReportMadeAnewLosesNothing();
        aRunInItsPlaceLeavesNothingOfIt();
        assertNothingIsLeft();
    }

    private void aRunInItsPlaceLeavesNothingOfIt() throws IOException {
        assertThat(Console.names(small.out())).contains("forecast.json", "rehearsal.json");
        assertThat(console.run("run", small.file().toString(), "--replications", "1", "--out", "out", "--quiet"))
                .as(console.err())
                .isIn(0, 4, 5);
        assertThat(Console.names(small.out()))
                .containsExactlyInAnyOrder("result.json", "run.json", "junit.xml", "report.html", "postmortem.md");
        assertThat(small.json("result.json").get("world").asText()).isEqualTo("simulated");
        assertThat(console.run("report", "out")).as(console.err()).isZero();
    }

    private void aReportMadeAnewLosesNothing() throws IOException {
        Path page = small.out().resolve("report.html");
        String before = Files.readString(page);
        assertThat(before).contains("Predicted and observed");
        assertThat(console.run("report", "out")).as(console.err()).isZero();
        assertThat(page).hasContent(before);
        Path rehearsal = small.out().resolve("rehearsal.json");
        Path aside = Files.move(rehearsal, directory.resolve("aside.json"));
        assertThat(console.run("report", "out")).isEqualTo(3);
        assertThat(console.err()).contains("rehearsal.json must lie beside the result.json of a rehearsal");
        assertThat(page).hasContent(before);
        Files.move(aside, rehearsal);
    }

    private static final String FAILOVER = """
            foreshock: 1
            semantics: 2026.2
            scenario: failover
            clock: 2026-01-01T00:00:00Z .. 00:00:08
            components:
              db:
                is: database
                pool: 10
                query: 2ms
                standby: { lag: 0s, mode: synchronous, check: { every: 200ms, within: 200ms }, promote: 100ms }
            users:
              client: { enters: db, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic:
              client: { usual: 30/s }
            faults:
              killed: { at: +3s, lasts: 5s, on: db, does: crash }
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            gates:
              none-lost: writes.lost(db) = 0
              failed-over: time-to.fail-over(db) < 1h
            """;

    @Test
    void aRealStandbyTakesOverAndHasEveryWriteThatItWasWaitedFor() throws Exception {
        assumePostgres();
        Rehearsing failover = small.another(FAILOVER);
        int code = failover.run("--replications", "5");
        assertThat(code).as(console.err() + console.out()).isZero();
        assertThat(console.err()).contains("begins: killed (db: crash)", "is over: killed (db: crash)");
        assertThat(console.out())
                .contains("killed: db: crash, by a signal to the primary of db, a real PostgreSQL")
                .contains("acknowledged writes lost", "failed over after");
        assertThat(failover.json("rehearsal.json").get("others").get("db").asText())
                .startsWith("data in PostgreSQL");
        JsonNode result = failover.json("result.json");
        assertThat(PublishedSchema.violations("result-v1.json", result.toString()))
                .isEmpty();
        assertThat(result.get("timeline"))
                .extracting(entry -> entry.get("kind").asText())
                .containsSubsequence("crashed", "detected", "promoted", "up");
        assertNothingIsLeft();
    }

    /** Skips, visibly, where PostgreSQL cannot run: on a system that there are no programs for. */
    public static void assumePostgres() {
        boolean isThere = System.getProperty("os.name", "").startsWith("Linux")
                && System.getProperty("os.arch", "").equals("amd64");
        boolean isRequired = System.getenv("FORESHOCK_REQUIRE_ALL") != null
                && !System.getenv().getOrDefault("FORESHOCK_MISSING", "").contains("postgresql");
        assertThat(isThere || !isRequired).as("PostgreSQL is required").isTrue();
        Assumptions.assumeTrue(isThere, "there are no programs of PostgreSQL for this system");
    }

    @Test
    void aPersonWhoInterruptsLeavesNothingBehindNorWhatAnEarlierRehearsalTold() throws Exception {
        Path out = Files.createDirectories(directory.resolve("runs/small-patient-rehearsed"));
        for (String name : List.of(
                "forecast.json",
                "rehearsal.json",
                "comparison.json",
                "result.json",
                "run.json",
                "junit.xml",
                "report.html",
                "postmortem.md",
                "notes.txt")) {
            Files.writeString(out.resolve(name), "of an earlier one");
        }
        console.interruptAt("begins: black-hole");
        int code = console.run(
                "rehearse",
                "--warm",
                "1s",
                small.file().toString(),
                "--variant",
                "patient",
                "--replications",
                "2",
                "--state",
                small.state().toString());
        assertThat(code).as(console.err()).isEqualTo(130);
        assertThat(Console.names(directory.resolve("runs")))
                .as("a variant takes nothing from the scenario")
                .containsExactly("small-patient-rehearsed");
        assertThat(Console.names(out))
                .as("only what Foreshock wrote of an earlier rehearsal has gone")
                .containsExactlyInAnyOrder("forecast.json", "notes.txt");
        assertThat(out.resolve("forecast.json")).content().contains("\"replications\" : 2");
        assertNothingIsLeft();
    }

    @Test
    void whoInterruptsThePredictionIsNotToldOfATwin() {
        console.interrupts.stop();
        assertThat(small.run("--replications", "2")).isEqualTo(130);
        assertThat(console.err())
                .contains("interrupted during the prediction; nothing had been started")
                .doesNotContain("twin has ended");
    }

    @Test
    void theKillSwitchEndsARehearsalAsStopped() throws Exception {
        Thread switcher = new Thread(() -> {
            while (!console.err().contains("begins: black-hole")) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            new Console(directory)
                    .run("stop", "users complain", "--state", small.state().toString());
        });
        switcher.start();
        int code = console.run(
                "rehearse",
                "--warm",
                "1s",
                small.file().toString(),
                "--replications",
                "2",
                "--state",
                small.state().toString());
        switcher.join();
        assertThat(code).as(console.err()).isEqualTo(6);
        assertThat(console.err()).contains("users complain", "the rehearsal was stopped before its end");
        assertThat(Console.names(directory.resolve("runs"))).containsExactly("small-rehearsed");
        assertThat(console.run(
                        "stop",
                        "--clear",
                        "they are happy",
                        "--state",
                        small.state().toString()))
                .isZero();
        assertNothingIsLeft();
    }

    @Test
    void whatIsLeftOfAConductorThatIsKilledIsEndedAtOnceProxiesAndGuardIncluded() throws Exception {
        Family family = new Family(UUID.randomUUID().toString(), small.state());
        Path temporary = small.temporary();
        ProcessBuilder command = small.process("", temporary, "--replications", "2");
        family.mark(command.environment());
        Process conductor = command.start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(conductor.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("begins: killed")) {
                    conductor.destroyForcibly();
                    break;
                }
            }
        }
        assertThat(said).contains("begins: killed");
        conductor.waitFor();
        assertThat(Console.names(small.out())).containsExactly("forecast.json");
        assertThat(small.down()).as(console.err()).isZero();
        assertThat(family.living()).extracting(Family::text).isEmpty();
        assertThat(console.out()).contains("processes of " + small.state().resolve("twins"));
        assertNothingIsLeft();
        assertThat(Console.names(temporary))
                .as("but for files that keep runs from each other's processes, which are empty")
                .allMatch(name -> name.startsWith("foreshock-process-"));
        assertThat(small.down()).isZero();
        assertThat(console.out()).contains("nothing to end");
    }

    @Test
    void aServiceThatEndsByItselfIsNotTakenForWhatTheSystemDoes() throws Exception {
        Path file = directory.resolve("said.txt");
        Process conductor = small.process("", small.temporary(), "--replications", "2", "--set", "faults.killed=null")
                .redirectOutput(file.toFile())
                .start();
        while (conductor.isAlive() && !Files.readString(file).contains("begins: black-hole")) {
            LockSupport.parkNanos(10_000_000);
        }
        Matcher web = Pattern.compile("started web at .* \\(process (\\d+)\\)").matcher(Files.readString(file));
        assertThat(web.find()).as(Files.readString(file)).isTrue();
        ProcessHandle.of(Long.parseLong(web.group(1))).orElseThrow().destroyForcibly();
        conductor.waitFor();
        assertThat(Files.readString(file))
                .contains("the process of web must run until the end, but ended, and no fault did that")
                .doesNotContain("deviated");
        assertThat(conductor.exitValue()).isEqualTo(ExitCode.ABORTED.number());
        assertNothingIsLeft();
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingIsStarted() {
        assertThat(console.run("rehearse")).isEqualTo(2);
        assertThat(console.err()).contains("rehearse needs either a scenario or --down");
        assertThat(small.run("--replications", "0")).isEqualTo(2);
        assertThat(console.err()).contains("--replications must be at least 1, but was 0");
        assertThat(console.run("rehearse", "no-such-scenario")).isEqualTo(3);
        assertThat(small.state()).doesNotExist();
    }
}
