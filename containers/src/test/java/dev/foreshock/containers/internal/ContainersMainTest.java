package dev.foreshock.containers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.containers.ContainersMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is refused before anything runs, by the process that asks the engine. It says one line why, and nothing else. */
class ContainersMainTest {
    private static String refusal(Map<String, String> environment) throws Exception {
        Process process = Java.start(ContainersMain.class, environment, ContainersMain.REQUIRE);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out + err).isEqualTo(6);
        assertThat(err.lines()).as(err).hasSize(1);
        return err;
    }

    @Test
    void anEngineThatDoesNotAnswerIsRefusedAndNoOtherIsTakenForIt() throws Exception {
        assertThat(refusal(Map.of("DOCKER_HOST", "unix:///nowhere/socket")))
                .startsWith("a Docker engine must be reachable, but DOCKER_HOST is unix:///nowhere/socket, where none"
                        + " answers; start one");
    }

    /** As one that fetches images for minutes would be left by a command that is killed. */
    @Test
    void itEndsWithWhoeverStartedIt() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Process process = Java.start(
                    ContainersMain.class,
                    Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + silent.getLocalPort()),
                    ContainersMain.REQUIRE);
            process.getOutputStream().close();
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void anEngineElsewhereIsRefused() {
        assertThatCode(() -> Engine.requireHere(URI.create("unix:///var/run/docker.sock")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Engine.requireHere(URI.create("tcp://127.0.0.1:2375")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Engine.requireHere(URI.create("tcp://build.example:2376")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be on this machine")
                .hasMessageContaining("but was tcp://build.example:2376");
    }

    @Test
    void anImageThatIsNeitherThereNorToBeFetchedIsRefused() throws Exception {
        RequiresDocker.assume();
        assertThat(refusal(Map.of("FORESHOCK_POSTGRES_IMAGE", "127.0.0.1:1/nobody/has:this")))
                .startsWith("the image 127.0.0.1:1/nobody/has:this must be there or be fetched, but")
                .contains("name another with FORESHOCK_POSTGRES_IMAGE");
        assertThat(refusal(Map.of("FORESHOCK_TOXIPROXY_IMAGE", "No Image")))
                .startsWith("FORESHOCK_TOXIPROXY_IMAGE must name an image, but was No Image");
    }
}
