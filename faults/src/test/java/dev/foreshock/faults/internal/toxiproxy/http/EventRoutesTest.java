package dev.foreshock.faults.internal.toxiproxy.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.faults.AccessToken;
import dev.foreshock.faults.conformance.Upstream;
import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.events.Happening;
import dev.foreshock.faults.internal.toxiproxy.events.Kind;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stream of events, as clients of all sorts take it. */
class EventRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 30_000;

    private final AtomicLong nanos = new AtomicLong(1);
    private final Events events = Events.started();
    private final Proxies proxies = new Proxies(new Traffic(), events, 1);
    private final ControlServer server = server(Optional.empty());
    private final HttpClient client = HttpClient.newHttpClient();
    private final Upstream upstream = Upstream.echoing();

    private ControlServer server(Optional<AccessToken> token) {
        return new ControlServer(
                new Door("127.0.0.1", 0, token),
                false,
                PATIENCE_MILLIS,
                proxies,
                new Traffic(),
                new Leases(nanos::get, events),
                events);
    }

    @BeforeEach
    void start() throws Exception {
        ask(
                201,
                "POST /proxies {\"name\":\"db\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"" + upstream.address()
                        + "\"}");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        upstream.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private String ask(int status, String request) throws Exception {
        String[] parts = request.split(" ", 3);
        var answer = client.send(
                to(parts[1])
                        .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                        .method(parts[0], BodyPublishers.ofString(parts.length > 2 ? parts[2] : ""))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(request + " " + answer.body()).isEqualTo(status);
        return answer.body();
    }

    /** A stream that is read line by line. */
    private final class Listening implements AutoCloseable {
        private final HttpResponse<InputStream> answer;
        private final BufferedReader lines;

        Listening(String query) throws Exception {
            this(to("/x/events" + query));
        }

        Listening(HttpRequest.Builder request) throws Exception {
            answer = client.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
        }

        String line() throws Exception {
            return lines.readLine();
        }

        JsonNode next() throws Exception {
            return JSON.readTree(line());
        }

        /** Returns the next event, which must be of a kind. */
        JsonNode next(String kind) throws Exception {
            JsonNode next = next();
            assertThat(next.path("kind").asText()).as(next.toString()).isEqualTo(kind);
            return next;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private Listening listening(String query) throws Exception {
        Listening listening = new Listening(query);
        listening.next("stream.opened");
        return listening;
    }

    private int port() throws Exception {
        return Integer.parseInt(
                ask(200, "GET /proxies/db").replaceFirst("(?s).*\"listen\":\"127.0.0.1:(\\d+)\".*", "$1"));
    }

    @Test
    void everyChangeIsToldInItsOrder() throws Exception {
        try (Listening stream = listening("?kinds=proxy,toxic")) {
            ask(200, "POST /proxies/db/toxics {\"type\":\"latency\",\"toxicity\":0.5,\"attributes\":{\"latency\":7}}");
            ask(200, "POST /proxies/db/toxics/latency_downstream {\"attributes\":{\"latency\":8}}");
            ask(200, "POST /proxies/db {\"enabled\":false}");
            ask(200, "POST /proxies/db {\"upstream\":\"127.0.0.1:2\",\"enabled\":false}");
            ask(204, "POST /reset");
            ask(204, "DELETE /proxies/db");
            ask(201, "POST /populate [{\"name\":\"db\",\"upstream\":\"x\",\"enabled\":false}]");
            ask(201, "POST /populate [{\"name\":\"db\",\"upstream\":\"y\",\"enabled\":false}]");
            JsonNode added = stream.next("toxic.added");
            assertThat(added.path("proxy").asText()).isEqualTo("db");
            assertThat(added.path("name").asText()).isEqualTo("latency_downstream");
            assertThat(added.path("stream").asText()).isEqualTo("downstream");
            assertThat(added.path("toxicity").asDouble()).isEqualTo(0.5);
            assertThat(added.path("attributes").toString()).isEqualTo("{\"latency\":7,\"jitter\":0}");
            assertThat(stream.next("toxic.changed")
                            .path("attributes")
                            .path("latency")
                            .asInt())
                    .isEqualTo(8);
            JsonNode off = stream.next("proxy.disabled");
            assertThat(off.path("cut").asInt(-1)).isZero();
            assertThat(off.path("enabled").asBoolean(true)).isFalse();
            assertThat(stream.next("proxy.changed").path("upstream").asText()).isEqualTo("127.0.0.1:2");
            assertThat(stream.next("proxy.enabled").path("enabled").asBoolean()).isTrue();
            stream.next("toxic.removed");
            stream.next("proxy.disabled");
            stream.next("proxy.removed");
            assertThat(stream.next("proxy.created").path("enabled").asBoolean(true))
                    .isFalse();
            assertThat(stream.next("proxy.removed").path("upstream").asText()).isEqualTo("x");
            JsonNode last = stream.next("proxy.created");
            assertThat(last.path("upstream").asText()).isEqualTo("y");
            assertThat(last.path("ns").asLong()).isGreaterThan(added.path("ns").asLong());
            assertThat(last.path("seq").asLong() - added.path("seq").asLong()).isEqualTo(10);
        }
    }

    @Test
    void aConnectionIsToldWithWhatItMovedAndWhatTouchedItEvenIfThatIsGone() throws Exception {
        try (Listening stream = listening("?proxy=db&kinds=connection");
                Socket caller = new Socket(InetAddress.getLoopbackAddress(), port())) {
            caller.setSoTimeout(PATIENCE_MILLIS);
            JsonNode opened = stream.next("connection.opened");
            assertThat(opened.path("ordinal").asInt(-1)).isZero();
            assertThat(opened.path("client").asText()).isEqualTo("127.0.0.1:" + caller.getLocalPort());
            ask(200, "POST /proxies/db/toxics {\"name\":\"gone\",\"stream\":\"upstream\",\"type\":\"noop\"}");
            caller.getOutputStream().write('x');
            assertThat(caller.getInputStream().read()).isEqualTo('x');
            ask(204, "DELETE /proxies/db/toxics/gone");
            ask(200, "POST /proxies/db/toxics {\"name\":\"stays\",\"stream\":\"upstream\",\"type\":\"noop\"}");
            ask(200, "POST /proxies/db/toxics {\"name\":\"idle\",\"toxicity\":0,\"type\":\"noop\"}");
            caller.getOutputStream().write('y');
            assertThat(caller.getInputStream().read()).isEqualTo('y');
            caller.shutdownOutput();
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
            JsonNode closed = stream.next("connection.closed");
            assertThat(closed.path("upstream").toString()).isEqualTo("{\"received\":2,\"sent\":2}");
            assertThat(closed.path("downstream").toString()).isEqualTo("{\"received\":2,\"sent\":2}");
            assertThat(closed.path("toxics").toString()).isEqualTo("[\"gone\",\"stays\"]");
        }
    }

    @Test
    void aLeaseIsToldFromItsBeginningToItsEnd() throws Exception {
        String toxic = "{\"proxy\":\"db\",\"toxic\":{\"name\":\"t\",\"type\":\"noop\"}}";
        try (Listening stream = listening("?kinds=lease")) {
            ask(201, "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000,\"changes\":[" + toxic + "]}");
            ask(409, "POST /x/leases {\"id\":\"b\",\"ttl_ms\":1000,\"changes\":[" + toxic + "]}");
            ask(200, "POST /x/leases/a");
            ask(200, "POST /x/leases/a/changes {\"changes\":[{\"proxy\":\"db\",\"enabled\":false}]}");
            ask(204, "DELETE /x/leases/a");
            ask(201, "POST /x/leases {\"id\":\"b\",\"ttl_ms\":1000,\"changes\":[" + toxic + "]}");
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            ask(200, "GET /x/leases");
            ask(201, "POST /x/leases {\"id\":\"c\",\"ttl_ms\":1000,\"changes\":[" + toxic + "]}");
            ask(204, "POST /reset");
            JsonNode opened = stream.next("lease.opened");
            assertThat(opened.path("lease").asText()).isEqualTo("a");
            assertThat(opened.path("ttl_ms").asInt()).isEqualTo(1000);
            assertThat(opened.path("proxies").toString()).isEqualTo("[\"db\"]");
            stream.next("lease.renewed");
            stream.next("lease.changed");
            assertThat(stream.next("lease.ended").path("how").asText()).isEqualTo("released");
            assertThat(stream.next("lease.opened").path("lease").asText())
                    .as("one that was refused was never there")
                    .isEqualTo("b");
            assertThat(stream.next("lease.ended").path("how").asText()).isEqualTo("expired");
            stream.next("lease.opened");
            assertThat(stream.next("lease.ended").path("how").asText()).isEqualTo("emptied");
        }
    }

    @Test
    void whatFiltersNothingThatThereIsIsRefused() throws Exception {
        assertThat(ask(400, "GET /x/events?kinds=proxy,toxics"))
                .contains("kinds must be a list of proxy, toxic, effect, lease, connection, proxy.created,")
                .contains("but had 'toxics'");
        assertThat(ask(400, "GET /x/events?kinds=")).contains("but had ''");
        assertThat(ask(400, "GET /x/events?proxy=bd"))
                .contains("proxy must name one that there is, but was 'bd'; without it,");
        assertThat(ask(400, "GET /x/events?proxies=db"))
                .contains("a parameter must be one of proxy, kinds, beat_ms, but was 'proxies=db'");
        assertThat(ask(400, "GET /x/events?beat_ms=1")).contains("beat_ms must be from 250 to 30000, but was '1'");
        assertThat(ask(400, "GET /x/events?beat_ms=x")).contains("but was 'x'");
        assertThat(ask(405, "POST /x/events")).isEmpty();
        assertThat(ask(404, "GET /x/events/1")).isEqualTo("404 page not found\n");
        assertThat(events.listening()).isZero();
    }

    @Test
    void whoAcceptsServerSentEventsGetsThem() throws Exception {
        try (Listening stream =
                new Listening(to("/x/events?beat_ms=250&kinds=proxy").header("Accept", "text/event-stream"))) {
            assertThat(stream.answer.headers().firstValue("content-type")).hasValue("text/event-stream");
            assertThat(stream.line()).isEqualTo("event: stream.opened");
            assertThat(stream.line()).startsWith("data: {\"kind\":\"stream.opened\",");
            assertThat(stream.line()).isEmpty();
            assertThat(stream.line()).as("a comment").isEqualTo(": alive");
            ask(200, "POST /proxies/db {\"enabled\":false}");
            String line = stream.line();
            while (line.isEmpty() || line.startsWith(":")) {
                line = stream.line();
            }
            assertThat(line).isEqualTo("id: 2");
            assertThat(stream.line()).isEqualTo("event: proxy.disabled");
            assertThat(stream.line()).startsWith("data: {\"seq\":2,\"kind\":\"proxy.disabled\",");
            assertThat(stream.line()).isEmpty();
        }
    }

    @Test
    void silenceIsToldFromDeath() throws Exception {
        try (Listening stream = listening("?beat_ms=250")) {
            stream.next("stream.alive");
            stream.next("stream.alive");
        }
    }

    @Test
    void onlySoManyMayReadAndOneThatLeavesMakesRoom() throws Exception {
        List<Listening> all = new ArrayList<>();
        for (int i = 0; i < Events.MOST_READERS; i++) {
            all.add(listening(""));
        }
        assertThat(ask(429, "GET /x/events")).contains("readers of events must be at most 16");
        all.remove(0).close();
        await(Events.MOST_READERS - 1);
        all.add(listening(""));
        for (Listening each : all) {
            each.close();
        }
        await(0);
    }

    private void await(int readers) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (events.listening() != readers && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(events.listening()).isEqualTo(readers);
    }

    /** Neither whoever publishes, nor another reader, nor the API waits for it, and in the end it is hung up on. */
    @Test
    void aReaderThatTakesNothingHoldsUpNobody() throws Exception {
        String query = "?beat_ms=250&kinds=connection.closed";
        try (Socket stopped = send("GET /x/events" + query + " HTTP/1.1\r\nHost: x\r\n\r\n");
                Listening other = listening("?kinds=toxic")) {
            await(2);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            String name = "x".repeat(10_000);
            while (events.listening() == 2 && System.nanoTime() < end) {
                events.publish(() ->
                        new Happening.OfConnection(Kind.CONNECTION_CLOSED, name, 0, "127.0.0.1:1", Optional.empty()));
            }
            assertThat(events.listening()).as("who still reads").isEqualTo(1);
            ask(200, "POST /proxies/db/toxics {\"type\":\"noop\"}");
            other.next("toxic.added");
            String rest = new String(stopped.getInputStream().readAllBytes(), US_ASCII);
            assertThat(rest).startsWith("HTTP/1.1 200 OK\r\n").doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    /** A close waits until all that was written before is taken; a minute without that is enough, even if the client goes on sending. */
    @Test
    @Tag("nightly")
    void aReaderThatTakesNothingIsHungUpOnThoughItSends() throws Exception {
        try (Socket stopped = send("GET /x/events?beat_ms=250&kinds=connection.closed HTTP/1.1\r\nHost: x\r\n\r\n")) {
            await(1);
            String name = "x".repeat(10_000);
            while (events.listening() == 1) {
                events.publish(() ->
                        new Happening.OfConnection(Kind.CONNECTION_CLOSED, name, 0, "127.0.0.1:1", Optional.empty()));
            }
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
            assertThat(catchThrowable(() -> {
                        while (System.nanoTime() < end) {
                            stopped.getOutputStream().write('\r');
                            Thread.onSpinWait();
                            ask(200, "GET /version");
                        }
                    }))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aCrowdOfIdleClientsDoesNotEndAStreamAndStreamsDoNotKeepOutClients() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try (Listening stream = listening("?kinds=toxic")) {
            for (int i = 0; i < 600; i++) {
                crowd.add(send(""));
            }
            ask(200, "POST /proxies/db/toxics {\"type\":\"noop\"}");
            stream.next("toxic.added");
        } finally {
            for (Socket each : crowd) {
                each.close();
            }
        }
    }

    @Test
    void aStreamEndsInOrderWhenTheServerDoes() throws Exception {
        try (Listening stream = listening("?kinds=lease")) {
            server.close();
            stream.next("stream.closed");
            assertThat(stream.line())
                    .as("the end, which a broken answer would not have")
                    .isNull();
        }
    }

    @Test
    void aServerEndsThoughAReaderTakesNothing() throws Exception {
        try (Socket stopped = send("GET /x/events HTTP/1.1\r\nHost: x\r\n\r\n")) {
            await(1);
            String name = "x".repeat(10_000);
            for (int i = 0; i < 2_000; i++) {
                events.publish(() ->
                        new Happening.OfConnection(Kind.CONNECTION_CLOSED, name, 0, "127.0.0.1:1", Optional.empty()));
            }
            server.close();
            assertThat(events.listening()).isZero();
            stopped.getInputStream().readNBytes(10);
        }
    }

    @Test
    void anOldClientReadsUntilTheEnd() throws Exception {
        try (Socket old = send("GET /x/events?kinds=lease HTTP/1.0\r\n\r\n")) {
            await(1);
            server.close();
            String all = new String(old.getInputStream().readAllBytes(), US_ASCII);
            assertThat(all).startsWith("HTTP/1.0 200 OK\r\n").doesNotContain("chunked");
            assertThat(all.substring(all.indexOf("\r\n\r\n") + 4).split("\n")).hasSize(2);
        }
    }

    @Test
    void aWebPageReadsNothingAndBeyondTheTokenNobodyDoes() throws Exception {
        assertThat(client.send(
                                to("/x/events")
                                        .header("User-Agent", "Mozilla/5.0")
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        try (ControlServer locked = server(Optional.of(AccessToken.of("s3cret")));
                Socket stranger = new Socket(InetAddress.getLoopbackAddress(), locked.port())) {
            stranger.setSoTimeout(PATIENCE_MILLIS);
            stranger.getOutputStream()
                    .write("GET /x/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            assertThat(new String(stranger.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 401 ");
        }
        assertThat(events.listening()).isZero();
    }

    private Socket send(String text) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return socket;
    }
}
