package dev.foreshock.cli.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock toxiproxy}. */
class ToxiproxyTest {
    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+) with --seed 42\n");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    Path directory;

    @Test
    void itServesItsConfigurationUntilItIsInterrupted() throws Exception {
        Files.writeString(
                directory.resolve("proxies.json"),
                "[{\"name\":\"db\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}]");
        Console console = new Console(directory);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> console.run("toxiproxy", "--port", "0", "--seed", "42", "--config", "proxies.json"));
        int port = awaitPort(console, code);
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/proxies"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(list, BodyHandlers.ofString())
                        .body())
                .startsWith("{\"db\":{\"name\":\"db\",\"listen\":\"127.0.0.1:");
        console.interrupts.stop();
        assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(130);
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void aPortThatIsTakenIsWrongUsage() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Console console = new Console(directory);
            assertThat(console.run("toxiproxy", "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(2);
            assertThat(console.err())
                    .contains("--host and --port must be an address that is free, but for 127.0.0.1:"
                            + taken.getLocalPort() + " the system says: ");
        }
    }

    @Test
    void aConfigurationThatIsWrongIsAnInvalidFile() throws Exception {
        Files.writeString(directory.resolve("proxies.json"), "[{\"name\":\"db\"}]");
        Console console = new Console(directory);
        assertThat(console.run("toxiproxy", "--port", "0", "--config", "proxies.json"))
                .isEqualTo(3);
        assertThat(console.err()).contains("missing required field: upstream at proxy 1");
    }

    @Test
    void aConfigurationThatIsCutOffIsSaidToBeWithoutTheSettingsOfTheParser() throws Exception {
        Files.writeString(directory.resolve("proxies.json"), "[{\"name\": \"a\"");
        Console console = new Console(directory);
        assertThat(console.run("toxiproxy", "--port", "0", "--config", "proxies.json"))
                .isEqualTo(3);
        assertThat(console.err())
                .contains("bad request body", "line: 1")
                .doesNotContain("REDACTED", "StreamReadFeature");
    }

    @Test
    void aConfigurationThatIsNotThereIsWrongUsage() {
        Console console = new Console(directory);
        assertThat(console.run("toxiproxy", "--port", "0", "--config", "none.json"))
                .isEqualTo(2);
        assertThat(console.err()).contains("--config must be a file that can be read, but was none.json");
    }

    @Test
    void aPortOutOfRangeIsWrongUsage() {
        Console console = new Console(directory);
        assertThat(console.run("toxiproxy", "--port", "70000")).isEqualTo(2);
        assertThat(console.err()).contains("--port must be from 0 to 65535, but was 70000");
    }

    @Test
    void beyondLoopbackItNeedsAToken() {
        Console console = new Console(directory);
        assertThat(console.run("toxiproxy", "--port", "0", "--host", "0.0.0.0")).isEqualTo(2);
        assertThat(console.err())
                .contains("--host must be an address of loopback, or come with --token-file, but was 0.0.0.0");
    }

    @Test
    void aTokenFileWithoutATokenIsWrongUsage() throws Exception {
        Files.writeString(directory.resolve("token"), "\n");
        Console console = new Console(directory);
        assertThat(console.run("toxiproxy", "--port", "0", "--token-file", "token"))
                .isEqualTo(2);
        assertThat(console.err())
                .contains("--token-file must be a file whose first line is a token", "that of token is not");
        Console other = new Console(directory);
        assertThat(other.run("toxiproxy", "--port", "0", "--token-file", "none"))
                .isEqualTo(2);
        assertThat(other.err()).contains("--token-file must be a file that can be read, but was none");
    }

    @Test
    void whoDoesNotShowTheTokenIsTurnedAwayAndTheTokenIsSaidNowhere() throws Exception {
        Files.writeString(directory.resolve("token"), "s3cret\n");
        Console console = new Console(directory);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> console.run("toxiproxy", "--port", "0", "--seed", "42", "--token-file", "token"));
        URI list = URI.create("http://127.0.0.1:" + awaitPort(console, code) + "/proxies");
        HttpClient client = HttpClient.newHttpClient();
        assertThat(client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send(
                                HttpRequest.newBuilder(list)
                                        .header("Authorization", "Bearer s3cret")
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        console.interrupts.stop();
        assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(130);
        assertThat(console.out() + console.err()).doesNotContain("s3cret");
    }

    private static int awaitPort(Console console, CompletableFuture<Integer> code) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && !code.isDone()) {
            Matcher line = LISTENING.matcher(console.out());
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no line about the port in: " + console.out() + console.err());
    }
}
