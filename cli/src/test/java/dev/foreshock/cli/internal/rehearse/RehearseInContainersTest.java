package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals whose real database runs in containers. What they take decides nothing: only what happened, and what is left. */
class RehearseInContainersTest {
    private static final Path ROOT = Path.of(System.getProperty("foreshock.root", ".."));

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

    @TempDir
    Path directory;

    private Rehearsing failover;
    private Console console;

    @BeforeEach
    void write() throws IOException {
        failover = Rehearsing.of(directory, FAILOVER);
        console = failover.console();
    }

    /** Built before this module by every build of the whole; not where this one is built alone. */
    private static void assumeModule() {
        Path layout = Objects.requireNonNull(BuiltModule.CONTAINERS.layout(ROOT.resolve("cli/target/classes")));
        assumeTrue(Files.isDirectory(layout.resolve("lib")), "the module containers is not built");
    }

    private static void assumeDocker() {
        assumeModule();
        boolean isNamed = Stream.of("FORESHOCK_POSTGRES_IMAGE", "FORESHOCK_TOXIPROXY_IMAGE")
                .noneMatch(
                        variable -> System.getenv().getOrDefault(variable, "").isEmpty());
        boolean isRequired = System.getenv("FORESHOCK_REQUIRE_ALL") != null
                && !List.of(System.getenv()
                                .getOrDefault("FORESHOCK_MISSING", "")
                                .split(" ", -1))
                        .contains("docker");
        assertThat(isNamed || !isRequired).as("images are required").isTrue();
        assumeTrue(isNamed, "FORESHOCK_POSTGRES_IMAGE and FORESHOCK_TOXIPROXY_IMAGE name no images");
    }

    private static final String[] IN_DOCKER = {"--with", "docker", "--replications", "2"};

    @Test
    void aStandbyInAContainerTakesOverAndHasEveryWriteThatItWasWaitedFor() throws Exception {
        assumeDocker();
        int code = failover.run(IN_DOCKER);
        assertThat(code).as(console.err() + console.out()).isZero();
        assertThat(console.err())
                .contains("containers of ", ", by the engine at ")
                .doesNotContain("SLF4J");
        assertThat(console.out())
                .contains("killed: db: crash, by the engine of containers to the primary of db, a real PostgreSQL");
        assertThat(failover.json("result.json").get("timeline"))
                .extracting(entry -> entry.get("kind").asText())
                .containsSubsequence("crashed", "detected", "promoted", "up");
        assertThat(Files.readString(failover.out().resolve("run.json"))).contains("--with docker");
        failover.assertNothingIsLeft();
    }

    /** What hops cost is measured of the same parts, so there is nothing to doubt about it. */
    @Test
    void itIsCalibratedInContainersToo() throws Exception {
        assumeDocker();
        Path file = directory.resolve("c.yaml");
        assertThat(console.run(
                        "calibrate",
                        failover.file().toString(),
                        "--with",
                        "docker",
                        "--warm",
                        "1s",
                        "--for",
                        "2s",
                        "--out",
                        file.toString(),
                        "--state",
                        failover.state().toString()))
                .as(console.err())
                .isZero();
        assertThat(Files.readString(file)).contains("db: \"PostgreSQL in a container\"");
        failover.assertNothingIsLeft();
        console.interrupts.stop();
        assertThat(failover.run("--with", "docker", "--replications", "2", "--calibrated", file.toString()))
                .isEqualTo(130);
        assertThat(console.err()).doesNotContain("was measured");
    }

    @Test
    void whatARehearsalLeavesOfWhichEverythingWasKilledIsRemovedByDown() throws Exception {
        assumeDocker();
        Process conductor =
                failover.process("", failover.temporary(), IN_DOCKER).start();
        StringBuilder said = new StringBuilder();
        boolean isThere = false;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(conductor.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null && !isThere; line = out.readLine()) {
                said.append(line).append('\n');
                isThere = line.startsWith("started db at ");
            }
        }
        assertThat(isThere).as(said.toString()).isTrue();
        List<ProcessHandle> services = new TwinRemains(failover.state())
                .processes().stream()
                        .filter(each -> each.pid() != conductor.pid())
                        .toList();
        assertThat(services).isNotEmpty();
        services.forEach(ProcessHandle::destroyForcibly);
        conductor.destroyForcibly().waitFor();
        List<TwinRoom> rooms = TwinRoom.all(failover.state());
        assertThat(rooms).hasSize(1);
        assertThat(rooms.get(0).hasContainers()).isTrue();
        Path room = rooms.get(0).directory();
        assertThat(engineHas(room, "network", "ls")).as("which ends by nothing").isNotEmpty();
        assertThat(failover.down()).as(console.err()).isZero();
        failover.assertNothingIsLeft();
        assertThat(engineHas(room, "network", "ls")).isEmpty();
        assertThat(engineHas(room, "container", "ls", "--all")).isEmpty();
        assertThat(engineHas(room, "volume", "ls")).isEmpty();
    }

    /** An engine that takes connections and says nothing holds whoever asks it. */
    @Test
    void aConductorThatIsKilledWhileAnEngineIsAskedLeavesAllOfItWhereDownFindsIt() throws Exception {
        assumeModule();
        Path temporary = failover.temporary();
        try (ServerSocket engine = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            engine.setSoTimeout(120_000);
            ProcessBuilder builder = failover.process("", temporary, IN_DOCKER)
                    .redirectOutput(directory.resolve("said.txt").toFile());
            builder.environment().put("DOCKER_HOST", "tcp://127.0.0.1:" + engine.getLocalPort());
            Process conductor = builder.start();
            try (Socket asked = engine.accept()) {
                assertThat(asked.isConnected()).isTrue();
                conductor.destroyForcibly().waitFor();
            }
        }
        assertThat(Console.names(temporary)).isEmpty();
        assertThat(Console.names(failover.state().resolve("twins"))).hasSize(1);
        assertThat(failover.down()).as(console.err()).isZero();
        failover.assertNothingIsLeft();
    }

    /** Asks the engine, by its own command, what it has of a twin. */
    private static String engineHas(Path room, String... what) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(what));
        command.addAll(List.of("--quiet", "--filter", "label=dev.foreshock.twin=" + room));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asked.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingRuns() throws Exception {
        assertThat(console.run("rehearse", "x.yaml", "--with", "podman")).isEqualTo(2);
        assertThat(console.err()).contains("--with", "podman", "docker");
        assertThatThrownBy(
                        () -> BuiltModule.CONTAINERS.classPath(Path.of("/nowhere/cli/target/quick/foreshock-cli.jar")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--with docker needs the module containers, which is not built in"
                        + " /nowhere/containers/target/quick; in Foreshock's source tree build it with:"
                        + " mvn -P quick -pl containers -am package");
        assumeModule();
        assertThat(failover.run("--with", "docker", "--one-process")).isEqualTo(3);
        assertThat(console.err())
                .startsWith("foreshock: --with docker needs a process for each service, so not --one-process;"
                        + " leave out that, or --with docker\n")
                .doesNotContain("recorded in a file");
        assertThat(failover.run("--with", "docker", "--set", "db.standby.rebuild=1m"))
                .isEqualTo(3);
        assertThat(console.err())
                .contains("--with docker needs a real database to put into a container, but failover has no database");
        assertThat(console.run(
                        "rehearse",
                        "retry-storm",
                        "--with",
                        "docker",
                        "--state",
                        failover.state().toString()))
                .isEqualTo(3);
        assertThat(failover.out().resolve("forecast.json")).doesNotExist();
    }
}
