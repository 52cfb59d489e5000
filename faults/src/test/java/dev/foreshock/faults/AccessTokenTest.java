package dev.foreshock.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
    @TempDir
    private Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("token"), content);
    }

    @Test
    void theFirstLineOfAFileIsTheToken() throws IOException {
        assertThat(AccessToken.read(file("s3cret\r\nand a remark")).text()).isEqualTo("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \nsecond", "two words", "\u00e4"})
    void whatIsNoTokenIsRefusedWithoutBeingSaid(String content) throws IOException {
        Path file = file(content);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessToken.read(file))
                .withMessage(
                        "a token must be 1 to 1024 printable characters of ASCII without spaces, but was something else");
    }

    @Test
    void aFileThatIsNotThereCannotBeRead() {
        assertThatThrownBy(() -> AccessToken.read(directory.resolve("none"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void itIsInNoTextOfTheOptions() {
        assertThat(ToxiproxyOptions.seeded(1)
                        .withToken(AccessToken.of("s3cret"))
                        .toString())
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void beyondLoopbackNoServerStartsWithoutOne(String host) {
        ToxiproxyOptions open = ToxiproxyOptions.seeded(1).onPort(0).onHost(host);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddedToxiproxy.start(open))
                .withMessageContaining("the control port must be on loopback, or have a token, but was on " + host);
        assertThatIllegalArgumentException().isThrownBy(() -> ToxiproxyProcess.start(open));
    }

    /** What a server is told of its token, whatever stands by for it is told too. */
    @Test
    void aProcessAsksForItAndSoDoesWhatTakesItsPlace() throws Exception {
        AccessToken token = AccessToken.of("s3cret");
        try (ToxiproxyProcess server =
                ToxiproxyProcess.start(ToxiproxyOptions.seeded(1).onPort(0).withToken(token))) {
            assertThat(status(server, "other")).isEqualTo(401);
            assertThat(status(server, "s3cret")).isEqualTo(200);
            ProcessHandle next = server.standby();
            server.serving().destroyForcibly();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!server.serving().equals(next) && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            assertThat(server.serving()).isEqualTo(next);
            assertThat(status(server, "other")).isEqualTo(401);
            assertThat(status(server, "s3cret")).isEqualTo(200);
        }
    }

    private static int status(ToxiproxyProcess server, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/proxies"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
