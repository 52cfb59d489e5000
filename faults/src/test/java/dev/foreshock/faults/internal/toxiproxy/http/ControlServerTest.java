package dev.foreshock.faults.internal.toxiproxy.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.faults.AccessToken;
import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The port of the API by itself. */
class ControlServerTest {
    private static final Events EVENTS = Events.started();

    private final ControlServer server = server(ControlServer.PATIENCE_MILLIS);

    private static ControlServer server(long patienceMillis) {
        Traffic traffic = new Traffic();
        return new ControlServer(
                Door.open(),
                false,
                patienceMillis,
                new Proxies(traffic, EVENTS, 1),
                traffic,
                new Leases(System::nanoTime, EVENTS),
                EVENTS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aClientThatIsTooSlowIsHungUpOn() throws IOException {
        try (ControlServer hasty = server(200);
                Socket client = send(hasty, "POST /proxies HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")) {
            assertThat(client.getInputStream().readAllBytes()).isEmpty();
        }
    }

    /** The client looks for the answer only when all is sent, as many do; a server that hung up before would have reset that. */
    @Test
    void aBodyThatIsTooLargeIsHeardOutAndRefused() throws Exception {
        String head = "POST /proxies HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1400000\r\n\r\n";
        try (Socket client = send(head + " ".repeat(1_100_000))) {
            for (int i = 0; i < 3; i++) {
                // Answered by the same loop, so by now it has come to what was sent before.
                assertThat(answer("GET /version")).contains("200 OK");
                client.getOutputStream().write(new byte[100_000]);
            }
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("body must be at most 1048576 bytes");
        }
    }

    private static String ask(ControlServer server, String headers) throws IOException {
        try (Socket client =
                send(server, "GET /proxies HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n")) {
            return new String(client.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    @Test
    void whoDoesNotShowTheTokenIsAnsweredNothingElse() throws IOException {
        Traffic traffic = new Traffic();
        try (ControlServer locked = new ControlServer(
                new Door("127.0.0.1", 0, Optional.of(AccessToken.of("s3cret"))),
                false,
                ControlServer.PATIENCE_MILLIS,
                new Proxies(traffic, EVENTS, 1),
                traffic,
                new Leases(System::nanoTime, EVENTS),
                EVENTS)) {
            for (String headers : List.of(
                    "",
                    "Authorization: s3cret\r\n",
                    "Authorization: Basic s3cret\r\n",
                    "Authorization: Bearer\r\n",
                    "Authorization: Bearer s3cre\r\n",
                    "Authorization: Bearer s3cret2\r\n")) {
                assertThat(ask(locked, headers))
                        .as(headers)
                        .startsWith("HTTP/1.1 401 Unauthorized\r\n")
                        .containsIgnoringCase("\r\nWWW-Authenticate: Bearer\r\n")
                        .endsWith(
                                "{\"error\":\"a request must show the token: Authorization: Bearer TOKEN\",\"status\":401}\n")
                        .doesNotContain("s3c");
            }
            assertThat(ask(locked, "Authorization: Bearer s3cret\r\n"))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .endsWith("{}");
            assertThat(ask(locked, "authorization: bearer s3cret\r\n")).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void aPathThatCannotBeDecodedIsABadRequest() throws IOException {
        try (Socket client = send("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n")) {
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .endsWith("\r\n\r\n400 Bad Request");
        }
    }

    @Test
    void aProblemWithProxiesAtTheStartIsSaid() {
        assertThat(server.populate("[]")).isEmpty();
        assertThat(server.populate("[{}]")).contains("missing required field: name at proxy 1");
    }

    @Test
    void aConfigurationCanHaveToxicsAndOneThatIsWrongIsSaid() throws Exception {
        String proxy = "[{\"name\":\"a\",\"upstream\":\"x\",\"enabled\":false,\"toxics\":[%s]}]";
        assertThat(server.configure(proxy.formatted("{\"type\":\"latency\",\"attributes\":{\"latency\":7}}")))
                .isEmpty();
        assertThat(answer("GET /proxies")).contains("\"latency\":7", "latency_downstream");
        assertThat(server.configure("[{\"name\":\"b\",\"upstream\":\"x\",\"enabled\":false,\"toxics\":[{}]}]"))
                .contains("invalid toxic type");
        assertThat(server.configure("[{\"name\":\"c\",\"upstream\":\"x\",\"enabled\":false,\"toxics\":{}}]"))
                .contains("cannot unmarshal object");
    }

    @Test
    void whatIsClosedTwiceIsClosed() {
        server.close();
        server.close();
        assertThatThrownBy(() -> send("GET / HTTP/1.1\r\n")).isInstanceOf(IOException.class);
    }

    private String answer(String request) throws IOException {
        try (Socket client = send(request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            return new String(client.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private Socket send(String text) throws IOException {
        return send(server, text);
    }

    private static Socket send(ControlServer server, String text) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        client.setSoTimeout(20_000);
        client.getOutputStream().write(text.getBytes(US_ASCII));
        return client;
    }
}
