package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a scenario from being rehearsed is said before the prediction, and all of it together. */
class HindrancesTest {
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:12
            components:
              front: { is: balancer, weights: { cache: 100% }, choose: round-robin, timeout: 1s, none-left: refuse }
              cache:
                is: server
                workers: 50
                work: 2ms
                page-cache: { cacheable: 100%, pages: 5, ttl: 10m }
                calls: { db: { timeout: 1s } }
              db:
                is: database
                pool: 10
                query: 2ms
                standby: { lag: 0s, check: { every: 200ms, within: 200ms }, promote: 100ms }
            users:
              client: { enters: front, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic:
              client: { usual: 20/s }
            faults:
              stopped: { at: +1s, lasts: 2s, on: cache, does: pause }
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            gates:
              served: requests.succeeded >= 1
            """;

    @TempDir
    Path directory;

    private Rehearsing small;

    @BeforeEach
    void write() throws IOException {
        small = Rehearsing.of(directory, SCENARIO);
    }

    private void assertNothingWasPredicted() {
        assertThat(small.out().resolve("forecast.json")).doesNotExist();
    }

    @Test
    void allThatDoesNotFitIsSaidTogether() {
        assertThat(small.run("--haproxy", "cache", "--redis", "front", "--redis", "cash"))
                .isEqualTo(ExitCode.INVALID.number());
        assertThat(small.console().err())
                .contains("this cannot be rehearsed, for ")
                .contains("  - --haproxy must name a balancer, but was cache; balancers are: front\n")
                .contains(
                        "  - --redis must name a component with a page-cache, but was cash; components with one are: cache\n")
                .contains(
                        "  - --redis must name a component with a page-cache, but was front; components with one are: cache\n")
                .doesNotContain("predicted by");
        assertThat(small.state()).doesNotExist();
        assertNothingWasPredicted();
    }

    /** What an option needs does not matter where the scenario rules the option out. */
    @Test
    void whereHaproxyCanTakeNoPlaceNothingIsSaidThatOnlyHaproxyNeeds() throws IOException {
        String barred = SCENARIO.replace("none-left: refuse", "none-left: try-all")
                .replace("    standby: { lag: 0s, check: { every: 200ms, within: 200ms }, promote: 100ms }\n", "")
                .replace("faults:\n", "faults:\n  endless: { at: +1s, on: front.cache, does: lost }\n");
        Rehearsing unfit = small.another(barred);
        for (String[] options : new String[][] {{"--haproxy", "front"}, {"--haproxy", "front", "--one-process"}}) {
            assertThat(unfit.run(options)).isEqualTo(ExitCode.INVALID.number());
            assertThat(small.console().err())
                    .startsWith("foreshock: HAProxy cannot take the place of front: ")
                    .contains("'none-left' must be refuse")
                    .doesNotContain("reasons:", "a process for each service", "endless", "on the PATH");
        }
        Rehearsing fit = small.another(barred.replace("none-left: try-all", "none-left: refuse"));
        assertThat(fit.run("--haproxy", "front")).isEqualTo(ExitCode.INVALID.number());
        assertThat(small.console().err())
                .as("where it can")
                .contains("fault endless (front.cache: lost) cannot be applied to HAProxy");
    }

    @Test
    void optionsThatNeedAProcessForEachServiceContradictOneProcessOnce() {
        assertThat(small.run("--haproxy", "front", "--redis", "cache", "--one-process"))
                .isEqualTo(ExitCode.INVALID.number());
        assertThat(small.console().err())
                .containsOnlyOnce("a process for each service")
                .contains("--haproxy and --redis need a process for each service, so not --one-process;"
                        + " leave out that, or --haproxy and --redis\n")
                .doesNotContain("recorded");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidFirstAndWithAllElse() throws IOException {
        Files.writeString(small.out(), "");
        assertThat(small.run()).isEqualTo(ExitCode.USAGE.number());
        assertThat(small.console().err())
                .startsWith("foreshock: --out must be a directory that can be written, but was " + small.out()
                        + " (out is a file)\n")
                .contains("try: ");
        assertThat(small.run("--haproxy", "cache", "--calibrated", "none.yaml", "--scale", "1/1000"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(small.console().err())
                .containsSubsequence(
                        " reasons:\n",
                        "  - --out must be a directory that can be written, but was ",
                        "  - --scale must leave a sound scenario, but was 0.001: ",
                        "  - --haproxy must name a balancer, but was cache",
                        "  - --calibrated must be an overlay that foreshock calibrate wrote, but was none.yaml");
        assertThat(small.state()).doesNotExist();
    }

    @Test
    void aStateDirectoryThatCannotBeWrittenIsSaidBeforeThePrediction() throws IOException {
        Files.writeString(small.state(), "");
        assertThat(small.run()).isEqualTo(ExitCode.USAGE.number());
        assertThat(small.console().err())
                .contains("--state must be a directory that can be written, but was ", "(state is a file)")
                .doesNotContain("predicted by");
        assertThat(small.out()).doesNotExist();
    }

    @Test
    void faultsThatStrikeOneProcessAtOnceAreRefusedWithAWayOutThatIsOne() throws IOException {
        Rehearsing twice = small.another(
                SCENARIO.replace("faults:\n", "faults:\n  more: { at: +2s, lasts: 2s, on: cache, does: crash }\n"));
        assertThat(twice.run()).isEqualTo(ExitCode.INVALID.number());
        assertThat(small.console().err())
                .contains("faults 'stopped' and 'more' must not strike the process of cache at the same time")
                .contains("have one after the other, or have the services play them (--one-process)");
        assertThat(twice.run("--redis", "cache")).isEqualTo(ExitCode.INVALID.number());
        assertThat(small.console().err()).contains("have one after the other").doesNotContain("--one-process");
        assertNothingWasPredicted();
    }

    @Test
    void aStepThatEndsAFaultOfARealDatabaseIsRefusedWithAWayOut() throws IOException {
        Rehearsing ended = small.another(SCENARIO.replace("faults:\n", """
                monitors:
                  down: { watches: front, alert: success < 95%, pages: [sam] }
                responders:
                  sam: {}
                runbook:
                  mend: { by: sam, do: end gone }
                faults:
                  gone: { at: +5s, lasts: 5s, on: db, does: pause }
                """));
        assertThat(ended.run()).isEqualTo(ExitCode.INVALID.number());
        assertThat(small.console().err())
                .contains(
                        "fault 'gone' must end at its time, as it strikes a real PostgreSQL from outside, but step 'mend'"
                                + " ends it; leave that out (--set runbook.mend.do=null), or have the model play it (--one-process)");
        assertNothingWasPredicted();
    }

    @Test
    void aKillSwitchThatIsSetIsSeenBeforeThePrediction() {
        String state = small.state().toString();
        assertThat(small.console().run("stop", "users complain", "--state", state))
                .isZero();
        assertThat(small.run()).isEqualTo(ExitCode.ABORTED.number());
        assertThat(small.console().err())
                .contains("users complain; let runs begin again with: ")
                .contains(" stop --clear REASON --state " + state)
                .doesNotContain("predicted by");
        assertNothingWasPredicted();
    }

    private String saidBy(ProcessBuilder builder, ExitCode code) throws Exception {
        Process conductor = builder.start();
        String said = new String(conductor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(conductor.waitFor()).as(said).isEqualTo(code.number());
        assertThat(said).doesNotContain("predicted by");
        assertNothingWasPredicted();
        small.assertNothingIsLeft();
        return said;
    }

    /** There are no programs of it for such a processor. */
    @Test
    void wherePostgresCannotRunThatIsSaidBeforeThePrediction() throws Exception {
        Path temporary = small.temporary();
        assertThat(saidBy(onAnotherProcessor(temporary), ExitCode.ABORTED))
                .contains("db must be a real PostgreSQL, but there is no PostgreSQL for this system")
                .contains("; --with docker has it in a container, and with --one-process the model plays it");
        assertThat(saidBy(onAnotherProcessor(temporary, "--redis", "cache"), ExitCode.ABORTED))
                .contains("; --with docker has it in a container")
                .doesNotContain("--one-process");
    }

    private ProcessBuilder onAnotherProcessor(Path temporary, String... options) {
        ProcessBuilder builder = small.process("", temporary, options);
        builder.environment().merge("JAVA_TOOL_OPTIONS", "-Dos.arch=sparc", (one, other) -> one + " " + other);
        return builder;
    }

    /** It is missing on the machine, as any other program is: nothing about scenario and options is wrong. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void anHaproxyThatIsNotThereIsALackOfTheMachine() throws Exception {
        Path temporary = small.temporary();
        assertThat(saidBy(withoutPrograms(temporary, "--haproxy", "front"), ExitCode.ABORTED))
                .contains("--haproxy needs haproxy on the PATH, but it was in none of " + directory
                        + "; apt install haproxy puts it into /usr/sbin");
        assertThat(saidBy(withoutPrograms(temporary, "--haproxy", "front", "--redis", "db"), ExitCode.INVALID))
                .as("with everything it would not do, either")
                .contains("--haproxy needs haproxy on the PATH", "--redis must name a component with a page-cache");
    }

    private ProcessBuilder withoutPrograms(Path temporary, String... options) {
        ProcessBuilder builder = small.process("", temporary, options);
        builder.environment().put("PATH", directory.toString());
        return builder;
    }

    /** What stands in the place of HAProxy takes no configuration. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void anHaproxyThatDoesNotTakeTheConfigurationSaysSoBeforeThePrediction() throws Exception {
        RehearseTest.assumePostgres();
        Path instead = Files.createDirectory(directory.resolve("instead"));
        Path program = Files.writeString(
                instead.resolve("haproxy"), "#!/bin/sh\necho '[ALERT] unknown keyword http-check' >&2\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = small.process("", small.temporary(), "--haproxy", "front");
        builder.environment().merge("PATH", instead.toString(), (path, first) -> first + ":" + path);
        assertThat(saidBy(builder, ExitCode.ABORTED))
                .contains("the haproxy on the PATH cannot take the place of front, by its own words:"
                        + " [ALERT] unknown keyword http-check");
    }
}
