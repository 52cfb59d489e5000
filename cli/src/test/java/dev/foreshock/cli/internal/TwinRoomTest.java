package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinRoomTest {
    @TempDir
    Path directory;

    /** One that a guard started again while the twin was closing, and that nobody else knows of. */
    @Test
    void closingEndsWhoStillLivesInItAndLeavesNothing() throws Exception {
        TwinRoom room = new TwinRoom(Files.createDirectory(directory.resolve("twin-1")));
        Files.writeString(room.directory().resolve("cache.pid"), "1");
        Process late = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dforeshock.twin=" + room.directory(),
                        source().toString())
                .redirectErrorStream(true)
                .start();
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
