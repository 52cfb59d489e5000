package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.simulated.OwnProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TwinTargetTest {
    @TempDir
    Path directory;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void howAProcessEndsThatIsStartedAgainIsWrittenDownWithWhatItSaid() throws Exception {
        Path apart = Files.createDirectory(directory.resolve("a 'b' c"));
        OwnProcess process = new OwnProcess(
                apart.resolve("db.pid"),
                List.of("sh", "-c", "echo port 1; echo \"it's over\" >&2; kill -9 $$"),
                apart.resolve("db.log"),
                apart.resolve("db.status"));
        Process shell = new ProcessBuilder("sh", "-c", TwinTarget.start(process) + " wait").start();
        assertThat(shell.waitFor()).isZero();
        assertThat(apart.resolve("db.status")).hasContent("137");
        // Some shells say there that it was killed, too.
        assertThat(apart.resolve("db.log")).content().startsWith("it's over\n");
    }
}
