package dev.foreshock.simulated.internal.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.simulated.GatlingOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatlingCommandTest {
    @Test
    void itsProcessIsFoundByTheTwinAndHasNoWayOut() {
        Path room = Path.of("room").toAbsolutePath();
        List<String> command = GatlingCommand.of(
                new GatlingOptions("a.jar:b.jar", room, Path.of("out"), false), room.resolve("hosts"), 4711);
        assertThat(command.get(1)).isEqualTo("-Dforeshock.twin=" + room);
        assertThat(command)
                .contains(
                        "-Dgatling.data.enableAnalytics=false",
                        "-Dhttps.proxyHost=127.0.0.1",
                        "-Dhttps.proxyPort=1",
                        "-Djdk.net.hosts.file=" + room.resolve("hosts"),
                        "-Djava.io.tmpdir=" + room)
                .endsWith("-cp", "a.jar:b.jar", "dev.foreshock.load.GatlingMain", "4711");
    }
}
