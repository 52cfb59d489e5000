package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rehearsals that are ended from outside at moments that are spread over their whole life, by SIGKILL, SIGTERM and SIGINT in turn: after
 * {@code heal} nothing is left of any. How many is told by {@code FORESHOCK_KILLED_REHEARSALS}.
 */
@Tag("nightly")
class KilledRehearsalsTest {
    private static final int MOMENTS =
            Integer.parseInt(System.getenv().getOrDefault("FORESHOCK_KILLED_REHEARSALS", "30"));

    private static final List<String> SIGNALS = List.of("KILL", "KILL", "TERM", "INT");
    private static final long SEED = 20_261_130;
    private static final long MOST_MINUTES = 5;

    /** What a rehearsal takes that is not disturbed and has fewer moments than a minute. */
    private static final List<String> SHORT = List.of("--compress", "4", "--replications", "2");

    private static final String SAID = "said.txt";

    @TempDir
    Path directory;

    @Test
    @EnabledIf(
            value = "dev.foreshock.cli.internal.HaproxyRehearseTest#isWanted",
            disabledReason = "there is no haproxy on the PATH")
    void nothingIsLeftOfOneWithHaproxyAndPostgres() throws Exception {
        killAtManyMoments("two-tier-failover", "--haproxy", "gateway");
    }

    @Test
    void nothingIsLeftOfOneWithGatling() throws Exception {
        assumeTrue(
                Files.isDirectory(Objects.requireNonNull(
                        BuiltModule.LOAD.layout(Path.of("").toAbsolutePath().resolve("target/classes")))),
                "the module load is not built");
        killAtManyMoments("retry-storm", "--load", "gatling");
    }

    private void killAtManyMoments(String... rehearsal) throws Exception {
        long whole = lifeMillis(rehearsal);
        Random random = new Random(SEED);
        for (int moment = 0; moment < MOMENTS; moment++) {
            // Each in a stretch of its own, so that all of a life is covered.
            long afterMillis = (long) (whole * (moment + random.nextDouble()) / MOMENTS);
            String signal = SIGNALS.get(moment % SIGNALS.size());
            Path state = directory.resolve("state " + moment);
            Process conductor = start(state, rehearsal);
            if (!conductor.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(conductor.pid()))
                        .start()
                        .waitFor();
            }
            assertThat(conductor.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
            Console console = new Console(directory);
            String what = signal + " after " + afterMillis + " of " + whole + " ms";
            assertThat(console.run("heal", "--state", state.toString()))
                    .as("%s: %s", what, console.err())
                    .isZero();
            new TwinRemains(state).assertNone();
            assertThat(console.run("heal", "--state", state.toString())).isZero();
            assertThat(console.out()).as(what).contains("nothing to heal");
            System.out.println(what + ": nothing is left");
        }
    }

    /** Rehearses once to its end, and returns what that takes. */
    private long lifeMillis(String... rehearsal) throws Exception {
        Path state = directory.resolve("state");
        long beganNanos = System.nanoTime();
        Process conductor = start(state, rehearsal);
        assertThat(conductor.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(conductor.exitValue())
                .as(Files.readString(directory.resolve(SAID)))
                .isIn(ExitCode.PASSED.number(), ExitCode.DEVIATED.number());
        long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
        new TwinRemains(state).assertNone();
        return tookMillis;
    }

    private Process start(Path state, String... rehearsal) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Rehearsing.classPath(),
                Main.class.getName(),
                "rehearse"));
        command.addAll(List.of(rehearsal));
        command.addAll(SHORT);
        command.addAll(List.of("--out", directory.resolve("out").toString(), "--state", state.toString()));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(SAID).toFile())
                .start();
    }
}
