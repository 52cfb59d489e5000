package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.Main;
import dev.foreshock.cli.internal.Moments.Blow;
import dev.foreshock.cli.internal.Moments.Moment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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

    private static final long MOST_MINUTES = 3;

    /** Journals are kept: what happened is in them. */
    private static final String KEPT = ".journal";

    private static final String SAID = "said.txt";

    @TempDir
    Path directory;

    private Path temporary;

    @BeforeEach
    void makeTemporary() throws IOException {
        temporary = Files.createDirectory(directory.resolve("temporary"));
    }

    @Test
    @EnabledIf(
            value = "dev.foreshock.cli.internal.HaproxyRehearseTest#isWanted",
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
                new ArrayList<>(List.of("rehearse", drill(drill).toString(), "--replications", "2"));
        rehearsal.addAll(List.of(options));
        rehearsal.addAll(List.of("--out", directory.resolve("out").toString()));
        long wholeMillis = lifeMillis(rehearsal);
        List<String> found = new ArrayList<>();
        for (Moment moment : MOMENTS.drawn()) {
            List<String> troubles = new ArrayList<>();
            String line = new Life(rehearsal, directory.resolve("state " + moment.number()))
                    .endedAt(moment, (long) (wholeMillis * moment.share()), wholeMillis, troubles);
            write(drill, line + String.join("", troubles));
            troubles.forEach(trouble -> found.add(line + trouble));
        }
        assertThat(found).as("what is left after heal").isEmpty();
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
        Life life = new Life(rehearsal, directory.resolve("state"));
        long beganNanos = System.nanoTime();
        Process conductor = life.start(rehearsal, SAID);
        assertThat(conductor.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
        String said = Files.readString(directory.resolve(SAID));
        assertThat(conductor.exitValue())
                .as(said)
                .isIn(ExitCode.PASSED.number(), ExitCode.DEVIATED.number(), ExitCode.INCONCLUSIVE.number());
        assertThat(life.left()).as(said).isEmpty();
        return tookMillis;
    }

    /** One rehearsal, with a state directory of its own. */
    private final class Life {
        private final List<String> rehearsal;
        private final Path state;
        private final Family family;
        private final Footprint before;

        Life(List<String> rehearsal, Path state) throws IOException {
            this.rehearsal = rehearsal;
            this.state = state;
            family = new Family(UUID.randomUUID().toString(), state);
            before = Footprint.now();
        }

        /** In a group of its own, as a terminal gives it; and Ctrl-C is not ignored, as it may be by whoever runs this. */
        Process start(List<String> arguments, String said) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    "env",
                    "--default-signal=INT",
                    "setsid",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    RehearseTest.classPath(),
                    Main.class.getName()));
            command.addAll(arguments);
            command.addAll(List.of("--state", state.toString()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(said).toFile());
            family.mark(builder.environment());
            builder.environment().put("TMPDIR", temporary.toString());
            builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
            return builder.start();
        }

        String endedAt(Moment moment, long afterMillis, long wholeMillis, List<String> troubles) throws Exception {
            Process conductor = start(rehearsal, SAID);
            boolean ended = conductor.waitFor(afterMillis, TimeUnit.MILLISECONDS);
            String during = phase(Files.readString(directory.resolve(SAID)));
            if (!ended) {
                strike(conductor, moment.blow());
            }
            assertThat(conductor.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
            Set<String> left = left();
            int healed = heal();
            String healing = Files.readString(directory.resolve("healed.txt"));
            Set<String> still = left();
            String what = moment.number() + " of " + MOMENTS.of() + ": " + moment.blow() + " after " + afterMillis
                    + " of " + wholeMillis + " ms, " + (ended ? "after its end" : during) + ", exit "
                    + conductor.exitValue();
            if (healed != ExitCode.PASSED.number() || !still.isEmpty()) {
                troubles.add("\n  heal ended with " + healed + ": " + healing.strip() + "\n  then there is: "
                        + String.join("\n    ", still));
            }
            Console again = new Console(directory);
            if (again.run("heal", "--state", state.toString()) != 0
                    || !again.out().contains("nothing to heal")) {
                troubles.add("\n  a second heal finds something to do: " + again.out() + again.err());
            }
            family.kill();
            clear(temporary);
            return what + "; left before heal: " + kinds(left) + "; after it: " + kinds(still);
        }

        private int heal() throws IOException, InterruptedException {
            Process heal = start(List.of("heal"), "healed.txt");
            assertThat(heal.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
            return heal.exitValue();
        }

        private void strike(Process conductor, Blow blow) throws IOException, InterruptedException {
            List<String> kill = switch (blow) {
                case KILL_ALL -> {
                    family.kill();
                    yield List.of("true");
                }
                case KILL, TERM -> List.of("kill", "-" + blow, String.valueOf(conductor.pid()));
                case INT -> List.of("kill", "-INT", "--", "-" + conductor.pid());
            };
            // One that has not made its group yet is not there to be told: then Ctrl-C has come before it.
            new ProcessBuilder(kill)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }

        /** Returns what is there of it. */
        Set<String> left() throws IOException {
            Set<String> left = new TreeSet<>(Footprint.now().since(before));
            family.living().forEach(process -> left.add(Family.text(process)));
            try (Stream<Path> files = Files.walk(temporary)) {
                files.filter(file -> !file.equals(temporary)).forEach(file -> left.add("temporary " + file));
            }
            if (Files.isDirectory(state)) {
                try (Stream<Path> files = Files.walk(state)) {
                    files.filter(Files::isRegularFile)
                            .map(file -> state.relativize(file).toString())
                            .filter(file -> !file.endsWith(KEPT) || file.contains("/"))
                            .forEach(file -> left.add("state " + file));
                }
            }
            return left;
        }
    }

    /** Returns how far a rehearsal was, by what it had said. */
    private static String phase(String said) {
        if (said.contains("\nreport  ")) {
            return "reporting";
        } else if (said.contains(" is over")) {
            return "between faults or after them";
        } else if (said.contains(" begins")) {
            return "injecting";
        } else if (said.contains("\nwarm")) {
            return "about to play";
        } else if (said.contains("\nstarted ")) {
            return "warming";
        } else {
            return said.contains("predicted by ") ? "starting" : "predicting";
        }
    }

    /** Returns what there is in few words: how many of each kind. */
    private static String kinds(Set<String> left) {
        List<String> kinds = left.stream()
                .map(each -> each.startsWith("/")
                        ? each.substring(0, each.lastIndexOf('/'))
                        : each.startsWith("System V") ? "System V" : each.substring(0, each.indexOf(' ')))
                .toList();
        return kinds.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        kinds.stream()
                                .distinct()
                                .map(kind -> kinds.stream().filter(kind::equals).count() + " " + kind)
                                .toList());
    }

    private static void clear(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
