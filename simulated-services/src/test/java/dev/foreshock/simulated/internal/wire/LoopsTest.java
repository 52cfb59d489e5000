package dev.foreshock.simulated.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopsTest {
    @TempDir
    Path directory;

    /** Ends as one that is killed does: without a word to anybody who would tidy up. */
    static final class Halting {
        private Halting() {}

        public static void main(String[] args) {
            System.out.println(Loops.one().isClustered() || Loops.usual().isClustered());
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    @Test
    void leaveNoFileOfAProcessThatIsKilled() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + directory,
                        "-cp",
                        System.getProperty("java.class.path", "")
                                + System.getProperty("path.separator")
                                + System.getProperty("jdk.module.path", ""),
                        Halting.class.getName())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).endsWith("false\n");
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }
}
