package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.rehearse.Moments.Moment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rehearsals that are ended from outside at moments that are spread over their whole life, from the first instant of their Java machine until
 * after their report, each in one of four ways: once {@code heal} is back nothing is left of any. Which moments is told by
 * {@code FORESHOCK_KILLED_REHEARSALS}; what was found before and after {@code heal} is written to {@code cli/target/killed-rehearsals}.
 */
@Tag("nightly")
@EnabledOnOs(OS.LINUX)
class KilledRehearsalsTest {
    private static final Moments MOMENTS =
            Moments.parse(System.getenv().getOrDefault("FORESHOCK_KILLED_REHEARSALS", "30"));

    @TempDir
    Path directory;

    @Test
    @EnabledIf(
            value = "dev.foreshock.cli.internal.rehearse.HaproxyRehearseTest#isWanted",
            disabledReason = "there is no haproxy on the PATH")
    void nothingIsLeftOfOneWithHaproxyAndPostgres() throws Exception {
        endAtManyMoments("two-tiers", "--haproxy", "gateway");
    }

    @Test
    void nothingIsLeftOfOneWithRedis() throws Exception {
        endAtManyMoments("cached", "--redis", "cache");
    }

    @Test
    void nothingIsLeftOfOneWithGatling() throws Exception {
        assumeBuilt(BuiltModule.LOAD);
        endAtManyMoments("plain", "--load", "gatling");
    }

    @Test
    void nothingIsLeftOfOneInContainers() throws Exception {
        assumeBuilt(BuiltModule.CONTAINERS);
        assumeTrue(
                Stream.of("FORESHOCK_POSTGRES_IMAGE", "FORESHOCK_TOXIPROXY_IMAGE")
                        .noneMatch(variable ->
                                System.getenv().getOrDefault(variable, "").isEmpty()),
                "FORESHOCK_POSTGRES_IMAGE and FORESHOCK_TOXIPROXY_IMAGE name no images");
        endAtManyMoments("failover", "--with", "docker");
    }

    private static void assumeBuilt(BuiltModule module) {
        Path layout = Objects.requireNonNull(
                module.layout(Path.of("").toAbsolutePath().resolve("target/classes")));
        assumeTrue(Files.isDirectory(layout.resolve("lib")), "the module " + module.name() + " is not built");
    }

    private void endAtManyMoments(String drill, String... options) throws Exception {
        List<String> rehearsal =
                new ArrayList<>(List.of("rehearse", drill(drill).toString(), "--replications", "2", "--warm", "3s"));
        rehearsal.addAll(List.of(options));
        rehearsal.addAll(List.of("--out", directory.resolve("out").toString()));
        long wholeMillis = lifeMillis(rehearsal);
        List<String> found = new ArrayList<>();
        for (Moment moment : MOMENTS.drawn()) {
            long livedMillis = end(drill, rehearsal, moment, wholeMillis, found);
            if (livedMillis < wholeMillis) {
                // The machine has become quicker, so that the moment came too late: once more, and sooner from now on.
                wholeMillis = livedMillis;
                end(drill, rehearsal, moment, wholeMillis, found);
            }
        }
        assertThat(found).as("what is left after heal").isEmpty();
    }

    /** Ends one, and returns how long it lived if that was before its moment. */
    private long end(String drill, List<String> rehearsal, Moment moment, long wholeMillis, List<String> found)
            throws IOException, InterruptedException {
        List<String> troubles = new ArrayList<>();
        KilledRehearsal one =
                new KilledRehearsal(directory, rehearsal, "state " + moment.number() + " of " + wholeMillis);
        String line = moment.number() + " of " + MOMENTS.of() + ": " + one.ended(moment, wholeMillis, troubles);
        write(drill, line + String.join("", troubles));
        troubles.forEach(trouble -> found.add(line + trouble));
        return one.lifeMillis();
    }

    private static Path drill(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(KilledRehearsalsTest.class.getResource("/killed/" + name + ".yaml"))
                .toURI());
    }

    private static void write(String drill, String line) throws IOException {
        Path file =
                Files.createDirectories(Path.of("target", "killed-rehearsals")).resolve(drill + ".txt");
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Rehearses once to its end, after which nothing is left without any {@code heal}, and returns what that takes. */
    private long lifeMillis(List<String> rehearsal) throws Exception {
        KilledRehearsal undisturbed = new KilledRehearsal(directory, rehearsal, "state");
        long beganNanos = System.nanoTime();
        int code = undisturbed.run();
        long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
        assertThat(code)
                .as(undisturbed.said())
                .isIn(ExitCode.PASSED.number(), ExitCode.DEVIATED.number(), ExitCode.INCONCLUSIVE.number());
        assertThat(undisturbed.left()).as(undisturbed.said()).isEmpty();
        return tookMillis;
    }
}
