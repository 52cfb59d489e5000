package dev.foreshock.simulated.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the program of Redis is tried. Skips where there is none for the system. */
class ProgramTest {
    @TempDir
    Path directory;

    @Test
    void aDirectoryWhereItCannotBeRunIsNamedWithTheWayOut() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        String obstacle = Program.obstacle(file.resolve("beyond")).orElse("");
        Assumptions.assumeFalse(obstacle.startsWith("there is no Redis for this system"), obstacle);
        assertThat(obstacle)
                .contains("cannot be run in " + file.resolve("beyond"))
                .contains("--state names another directory")
                .contains("noexec");
    }

    @Test
    void aTrialLeavesNothing() throws IOException {
        String obstacle = Program.obstacle(directory).orElse("");
        Assumptions.assumeFalse(obstacle.startsWith("there is no Redis for this system"), obstacle);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}
