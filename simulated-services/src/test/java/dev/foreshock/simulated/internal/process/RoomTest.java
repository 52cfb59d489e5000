package dev.foreshock.simulated.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    @TempDir
    Path directory;

    @Test
    void theTokenIsForItsUserAloneAndOnNoCommandLine() throws IOException {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Token token = Token.random();
        Room room = new Room(directory);
        room.write(token);
        assertThat(room.token().is(token.text())).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("token"))))
                .isEqualTo("rw-------");
        List<String> command = ServiceProcess.command(room, "web", 0, 1);
        assertThat(String.join(" ", command)).doesNotContain(token.text());
    }

    @Test
    void whatAServiceUnpacksGoesWithItsTwin() {
        assertThat(ServiceProcess.command(new Room(directory), "web", 0, 1))
                .contains("-Djava.io.tmpdir=" + directory.toAbsolutePath());
    }
}
