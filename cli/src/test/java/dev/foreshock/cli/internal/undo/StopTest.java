package dev.foreshock.cli.internal.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
    @TempDir
    Path directory;

    @Test
    void theSwitchStaysUntilItIsClearedWithAReason() throws Exception {
        Console console = new Console(directory);
        String state = directory.resolve("state").toString();
        assertThat(console.run("stop", "the pager is on fire", "--state", state))
                .isZero();
        assertThat(console.out()).contains("runs are stopped by", "stop --clear REASON");
        assertThat(directory.resolve("state/stop")).hasContent("the pager is on fire");
        assertThat(console.run("stop", "--state", state)).isEqualTo(2);
        assertThat(console.err()).contains("stop needs either a reason, or --clear with one");
        assertThat(console.run("stop", "--clear", " ", "--state", state)).isEqualTo(2);
        assertThat(Files.exists(directory.resolve("state/stop"))).isTrue();
        assertThat(console.run("stop", "--clear", "it is out", "--state", state))
                .isZero();
        assertThat(Files.exists(directory.resolve("state/stop"))).isFalse();
        assertThat(directory.resolve("state/stops.log"))
                .content()
                .containsPattern("Z set by .*: the pager is on fire\n.*Z cleared by .*: it is out\n");
        assertThat(console.run("stop", "--clear", "again", "--state", state)).isZero();
        assertThat(console.out()).contains("nothing was stopped");
    }
}
