package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that nobody here wrote, while they take part in a rehearsal: what ends one is not taken for what the system does, and a Ctrl-C does
 * not reach them. What anything takes decides nothing. Each test skips where its program is missing.
 */
@EnabledOnOs(OS.LINUX)
class OthersProgramsTest {
    private static final String FRAME = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:20
            components:
            %s
            users:
              client: { enters: %s, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic:
              client: { usual: 20/s }
            faults:
              cut-off: { at: +1s, lasts: 18s, on: %s, does: lost }
            %s
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            gates:
              served: requests.succeeded >= 1
            """;

    private static final String BALANCED = FRAME.formatted("""
              front: { is: balancer, weights: { cache: 100% }, choose: round-robin, timeout: 1s, none-left: refuse }
              cache:
                is: server
                workers: 50
                work: 2ms
                page-cache: { cacheable: 100%, pages: 5, ttl: 10m }
                calls: { db: { timeout: 1s } }
              db: { is: server, workers: 50, work: 2ms }
            """.stripTrailing(), "front", "cache.db", "");

    private static final String FAILOVER = FRAME.formatted(
            """
              web: { is: server, workers: 50, work: 2ms, calls: { db: { timeout: 1s }, log: { timeout: 1s } } }
              log: { is: server, workers: 50, work: 2ms }
              db:
                is: database
                pool: 10
                query: 2ms
                standby: { lag: 0s, mode: synchronous, check: { every: 200ms, within: 200ms }, promote: 100ms }
            """.stripTrailing(), "web", "web.log", "  killed: { at: +2s, lasts: 18s, on: db, does: crash }");

    private static final String KILLED_BEFORE = FRAME.formatted(
            """
              web: { is: server, workers: 50, work: 2ms, calls: { db: { timeout: 1s }, log: { timeout: 1s } } }
              log: { is: server, workers: 50, work: 2ms }
              db: { is: server, workers: 50, work: 2ms }
            """.stripTrailing(), "web", "web.db", "  killed: { at: +1s, lasts: 1s, on: log, does: crash }");

    /** By then services play the scenario. */
    private static final String PLAYING = "begins: cut-off";

    private static final String NO_CRASH = "faults.killed=null";

    @TempDir
    Path directory;

    private Path said;

    @BeforeEach
    void name() {
        said = directory.resolve("said.txt");
    }

    private Process start(Rehearsing rehearsing, List<String> before, String... options) throws IOException {
        List<String> more = new ArrayList<>(List.of("--replications", "2"));
        more.addAll(List.of(options));
        ProcessBuilder builder = rehearsing.process("", rehearsing.temporary(), more.toArray(String[]::new));
        builder.command().addAll(0, before);
        return builder.redirectOutput(said.toFile()).start();
    }

    private void awaitSaid(Process conductor, String text) throws IOException {
        while (conductor.isAlive() && !Files.readString(said).contains(text)) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(said).content().contains(text);
    }

    private void assertEndedWithout(Process conductor, String program, Rehearsing rehearsing) throws Exception {
        conductor.waitFor();
        assertThat(said)
                .content()
                .contains("foreshock: the rehearsal ended: " + program
                        + " must run until the end, but ended, and no fault did that: what was observed without it")
                .doesNotContain("deviated", "until it is well again");
        assertThat(conductor.exitValue()).isEqualTo(ExitCode.ABORTED.number());
        rehearsing.assertNothingIsLeft();
    }

    /** Returns the process of a program of a twin. */
    private static ProcessHandle program(Rehearsing rehearsing, String name) {
        return new TwinRemains(rehearsing.state())
                .processes().stream()
                        .filter(process -> process.info()
                                .command()
                                .filter(command -> command.endsWith("/" + name))
                                .isPresent())
                        .findFirst()
                        .orElseThrow();
    }

    /** Returns a server of PostgreSQL by the file in which it says who it is. */
    private static ProcessHandle postgres(Rehearsing rehearsing, String name) throws IOException {
        Path end = Path.of("data", name, "postmaster.pid");
        try (Stream<Path> files = Files.walk(rehearsing.state())) {
            Path file = files.filter(each -> each.endsWith(end)).findFirst().orElseThrow();
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                    .orElseThrow();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Test
    @EnabledIf(
            value = "dev.foreshock.cli.internal.rehearse.HaproxyRehearseTest#isWanted",
            disabledReason = "there is no haproxy on the PATH")
    void anHaproxyThatSomebodyElseKillsEndsTheRehearsal() throws Exception {
        Rehearsing balanced = Rehearsing.of(directory, BALANCED);
        Process conductor = start(balanced, List.of(), "--haproxy", "front");
        awaitSaid(conductor, PLAYING);
        program(balanced, "haproxy").destroyForcibly();
        assertEndedWithout(conductor, "HAProxy (in place of front)", balanced);
        assertThat(said).content().contains("  HAProxy (in place of front): exit status 137 (by SIGKILL)");
    }

    @Test
    void aRedisThatSomebodyElseKillsEndsTheRehearsal() throws Exception {
        RedisRehearseTest.assumeRedis(directory);
        Rehearsing balanced = Rehearsing.of(directory, BALANCED);
        Process conductor = start(balanced, List.of(), "--redis", "cache");
        awaitSaid(conductor, PLAYING);
        program(balanced, "redis-server").destroyForcibly();
        assertEndedWithout(conductor, "Redis (with the pages of cache)", balanced);
        assertThat(said)
                .content()
                .contains(
                        "  Redis (with the pages of cache): exit status 137 (by SIGKILL); the end of what it said:\n    ");
    }

    @Test
    void aPrimaryThatSomebodyElseKillsEndsTheRehearsalThoughItsStandbyTakesOver() throws Exception {
        RehearseTest.assumePostgres();
        Rehearsing failover = Rehearsing.of(directory, FAILOVER);
        Process conductor = start(failover, List.of(), "--set", NO_CRASH);
        awaitSaid(conductor, PLAYING);
        postgres(failover, "primary").destroyForcibly();
        assertEndedWithout(conductor, "PostgreSQL (the primary of db)", failover);
        assertThat(said)
                .content()
                .contains(
                        "  PostgreSQL (the primary of db): exit status 137 (by SIGKILL); the end of what it said:\n    ");
    }

    @Test
    void aStandbyThatSomebodyElseKillsEndsTheRehearsalAlsoAfterItsPrimaryWasKilledOnPurpose() throws Exception {
        RehearseTest.assumePostgres();
        Rehearsing failover = Rehearsing.of(directory, FAILOVER);
        Process conductor = start(failover, List.of());
        awaitSaid(conductor, "begins: killed");
        postgres(failover, "standby").destroyForcibly();
        conductor.waitFor();
        assertThat(said)
                .content()
                .containsPattern(
                        "foreshock: the rehearsal ended: PostgreSQL \\(the standby of db(, which had taken over)?\\)"
                                + " must run until the end")
                .doesNotContain("the primary of db)", "deviated");
        assertThat(conductor.exitValue()).isEqualTo(ExitCode.ABORTED.number());
        failover.assertNothingIsLeft();
    }

    /** The process that was killed on purpose is no other program, but what took its place is nobody's child here, as they are. */
    @Test
    void aServiceThatWasStartedAgainAndThatSomebodyElseKillsEndsTheRehearsal() throws Exception {
        Rehearsing killed = Rehearsing.of(directory, KILLED_BEFORE);
        Process conductor = start(killed, List.of());
        awaitSaid(conductor, "is over: killed");
        startedAgain(killed, "log").destroyForcibly();
        assertEndedWithout(conductor, "the process of log that was started again", killed);
        assertThat(said)
                .content()
                .contains("  the process of log that was started again: exit status 137 (by SIGKILL)");
        assertThat(killed.console().run("heal", "--state", killed.state().toString()))
                .as("what it was injected into has ended: " + killed.console().err())
                .isZero();
    }

    /** Returns the process of a service by the file in which it says who it is. */
    private static ProcessHandle startedAgain(Rehearsing rehearsing, String name) throws IOException {
        try (Stream<Path> files = Files.walk(rehearsing.state())) {
            Path file = files.filter(each -> each.endsWith(name + ".pid"))
                    .findFirst()
                    .orElseThrow();
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .orElseThrow();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Test
    @EnabledIf(
            value = "dev.foreshock.cli.internal.rehearse.HaproxyRehearseTest#isWanted",
            disabledReason = "there is no haproxy on the PATH")
    void aCtrlCEndsThemInOrderAsItDoesNotReachThem() throws Exception {
        RedisRehearseTest.assumeRedis(directory);
        assertEndedInOrder(
                Rehearsing.of(directory, BALANCED),
                List.of("haproxy", "redis-server"),
                "--haproxy",
                "front",
                "--redis",
                "cache");
    }

    @Test
    void aCtrlCEndsARealDatabaseInOrderAsItDoesNotReachIt() throws Exception {
        RehearseTest.assumePostgres();
        assertEndedInOrder(Rehearsing.of(directory, FAILOVER), List.of("postgres"), "--set", NO_CRASH);
    }

    /** In a group of its own, as a terminal gives it; and Ctrl-C is not ignored, as it may be by whoever runs this. */
    private void assertEndedInOrder(Rehearsing rehearsing, List<String> programs, String... options) throws Exception {
        Process conductor = start(rehearsing, List.of("env", "--default-signal=INT", "setsid"), options);
        awaitSaid(conductor, PLAYING);
        assertThat(group(conductor.toHandle())).isEqualTo(conductor.pid());
        for (String name : programs) {
            assertThat(group(program(rehearsing, name))).as(name).isNotEqualTo(conductor.pid());
        }
        assertThat(new ProcessBuilder("kill", "-INT", "--", "-" + conductor.pid())
                        .start()
                        .waitFor())
                .isZero();
        conductor.waitFor();
        assertThat(conductor.exitValue()).as(Files.readString(said)).isEqualTo(ExitCode.INTERRUPTED.number());
        assertThat(said)
                .content()
                .contains("foreshock: interrupted; the twin has ended")
                .doesNotContain("must run until the end", "ended by itself");
        rehearsing.assertNothingIsLeft();
    }

    /** Returns the group of a process: the third word that the system says of it, after its name in parentheses. */
    private static long group(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2]);
    }
}
