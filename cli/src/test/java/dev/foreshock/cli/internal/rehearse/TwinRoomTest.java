package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinRoomTest {
    @TempDir
    Path directory;

    /** One that a guard started again while the twin was closing, and that nobody else knows of. */
    @Test
    void closingEndsWhoStillLivesInItAndLeavesNothing() throws Exception {
        endsAndLeavesNothing(List.of());
    }

    /** As of a Foreshock that lies deep in directories: the system tells no arguments of a command of more than a page. */
    @Test
    void oneIsFoundHoweverLongItsCommandIs() throws Exception {
        endsAndLeavesNothing(List.of("-cp", "/deep".repeat(4_000)));
    }

    /** Who is first in a container often asks about no process that it did not start, and so does what a shell becomes by exec. */
    @Test
    void whoHasEndedAndIsOnlyNotForgottenYetIsNotWaitedFor() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
        try {
            ProcessHandle orphan = ProcessHandle.of(
                            Long.parseLong(parent.inputReader().readLine()))
                    .orElseThrow();
            assertThat(Departures.survivorsOfKill(List.of(orphan))).isEmpty();
            assertThat(orphan.isAlive()).as("still known").isTrue();
        } finally {
            parent.destroyForcibly().onExit().join();
        }
    }

    @Test
    void oneIsFoundHoweverItsDirectoryIsSpelled() throws Exception {
        Path room = Files.createDirectories(directory.resolve("state/twins/twin-1"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("state"));
        assertThat(TwinRoom.all(link.resolve("../link"))).containsExactly(new TwinRoom(room.toRealPath()));
    }

    /** Somebody may look at a file of it. */
    @Test
    void whoOnlyReadsAFileOfItIsLeftAlone() throws Exception {
        TwinRoom room = new TwinRoom(Files.createDirectory(directory.resolve("twin-1")));
        Path log = Files.createFile(room.directory().resolve("web.log"));
        Process reader = new ProcessBuilder("tail", "-f", log.toString()).start();
        try {
            assertThat(room.processes()).isEmpty();
        } finally {
            reader.destroyForcibly();
        }
    }

    private void endsAndLeavesNothing(List<String> options) throws Exception {
        TwinRoom room = new TwinRoom(Files.createDirectory(directory.resolve("twin-1")));
        Files.writeString(room.directory().resolve("cache.pid"), "1");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dforeshock.twin=" + room.directory()));
        command.addAll(options);
        command.add(source().toString());
        Process late = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(late.inputReader().readLine()).isEqualTo("there");
        room.close();
        assertThat(late.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(room.directory()).doesNotExist();
    }

    private Path source() throws Exception {
        Path file = directory.resolve("Late.java");
        Files.writeString(file, """
                public class Late {
                    public static void main(String[] args) throws Exception {
                        System.out.println("there");
                        System.in.read();
                    }
                }
                """);
        return file;
    }
}
