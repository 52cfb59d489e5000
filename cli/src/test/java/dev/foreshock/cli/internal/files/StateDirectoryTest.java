package dev.foreshock.cli.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command says that is given a state directory that cannot be one. */
class StateDirectoryTest {
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:10
            components:
              web: { is: server, workers: 50, work: 2ms, calls: { db: {} } }
              db: { is: server, workers: 50, work: 2ms }
            users:
              client: { enters: web, visit: { pages: 1, think: 1s } }
            traffic:
              client: { usual: 40/s }
            faults:
              gone: { at: +2s, lasts: 1s, on: web.db, does: lost }
            """;

    private static final String TARGET = """
            foreshock: 1
            semantics: 2026.2
            target: here
            environment: staging
            servers:
              local: 127.0.0.1:1
            links:
              db: { on: web.db, server: local, proxy: db, to: 127.0.0.1:2, allowed: yes }
            probes:
              alive: http://127.0.0.1:3/health
            """;

    @TempDir
    Path directory;

    private Console console;

    @BeforeEach
    void write() throws IOException {
        console = new Console(directory);
        Files.writeString(directory.resolve("small.yaml"), SCENARIO);
        Files.writeString(directory.resolve("here.yaml"), TARGET);
        Files.writeString(directory.resolve("file"), "somebody's");
    }

    /** Runs a command that names files of the directory as {@code @name}; returns what it says after it ended as wrong usage. */
    private String said(String command, String state) {
        List<String> line = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            line.add(word.startsWith("@") ? directory.resolve(word.substring(1)).toString() : word);
        }
        line.addAll(List.of("--state", state));
        assertThat(console.run(line.toArray(String[]::new)))
                .as(command + ": " + console.err() + console.out())
                .isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(directory.resolve("file")).hasContent("somebody's");
        return console.err();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rehearse @small.yaml --replications 2",
                "rehearse --down",
                "calibrate @small.yaml",
                "inject @small.yaml --target @here.yaml --dry-run",
                "heal",
                "stop why"
            })
    void whatCannotBeADirectoryIsRefusedWithItsNameTheReasonAndAWayOut(String command) {
        String below = IntStream.range(0, 45).mapToObj(i -> "d".repeat(100)).collect(Collectors.joining("/"));
        assertThat(said(command, "file"))
                .contains("foreshock: --state must be a directory that can be ", ", but was file (file is a file); ")
                .contains("name another, or leave it out for ");
        assertThat(said(command, "file/below")).contains(", but was file/below (file is a file); ");
        assertThat(said(command, ""))
                .contains("foreshock: --state must name a directory, but was empty; leave it out for ");
        assertThat(said(command, "d".repeat(300))).contains("dd (File name too long); ");
        assertThat(said(command, below)).contains("dd (File name too long); ");
        assertThat(said(command, below.substring(0, 3_950 - directory.toString().length())))
                .as("which leaves no room for what is put into it")
                .contains("(File name too long); ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rehearse @small.yaml --replications 2", "calibrate @small.yaml", "stop why"})
    void whatCannotBeWrittenIsRefused(String command) throws IOException {
        closed("r-xr-xr-x");
        Assumptions.assumeFalse(Files.isWritable(directory.resolve("closed")), "this user may write everywhere");
        assertThat(said(command, "closed")).contains("can be written, but was closed (permission denied); ");
        assertThat(said(command, "closed/below"))
                .contains("can be written, but was closed/below (permission denied); ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heal", "rehearse --down", "inject @small.yaml --target @here.yaml --dry-run"})
    void whatCannotBeReadIsRefused(String command) throws IOException {
        closed("---------");
        Assumptions.assumeFalse(Files.isReadable(directory.resolve("closed")), "this user may read everywhere");
        assertThat(said(command, "closed")).contains("can be read, but was closed (permission denied); ");
    }

    private void closed(String permissions) throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Assumptions.assumeTrue(Files.getFileStore(closed).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void theUsualOneIsNamedWhereNoneWasGiven() {
        Console other = new Console(
                directory,
                false,
                Map.of("XDG_STATE_HOME", directory.resolve("file").toString()));
        assertThat(other.run("stop", "why")).isEqualTo(2);
        assertThat(other.err())
                .contains("the state directory must be a directory that can be written, but was "
                        + directory.resolve("file/foreshock") + " (file is a file); name another with --state DIR");
    }

    @Test
    void oneThatIsNotThereHasNothingToHealAndIsNotMade() {
        assertThat(console.run("heal", "--state", "none")).isZero();
        assertThat(console.out()).contains("nothing to heal");
        assertThat(directory.resolve("none")).doesNotExist();
    }
}
