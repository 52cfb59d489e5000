package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** That what is left would be seen. */
@EnabledOnOs(OS.LINUX)
class FootprintTest {
    @TempDir
    Path directory;

    @Test
    void aPortAndAFileAmongTemporaryOnesAreSeen() throws IOException {
        Footprint before = Footprint.now();
        Path file = Path.of("/tmp/foreshock-footprint-" + UUID.randomUUID());
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.createFile(file);
            assertThat(Footprint.now().since(before)).contains("port " + socket.getLocalPort(), file.toString());
        } finally {
            Files.deleteIfExists(file);
        }
        assertThat(Footprint.now().since(before)).doesNotContain(file.toString());
    }

    @Test
    void aChildIsOfTheFamilyAlsoWithoutItsParent() throws Exception {
        Family family = new Family(UUID.randomUUID().toString(), directory);
        assertThat(family.living()).isEmpty();
        // The shell ends at once, and whom it started goes on until it is killed.
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "sleep 600 & exit 0");
        family.mark(shell.environment());
        assertThat(shell.start().waitFor()).isZero();
        assertThat(family.living())
                .singleElement()
                .satisfies(child -> assertThat(Family.text(child)).contains("sleep 600"));
        ProcessHandle child = family.living().get(0);
        family.kill();
        child.onExit().join();
        assertThat(family.living()).isEmpty();
    }
}
