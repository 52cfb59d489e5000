package dev.foreshock.faults.internal.toxiproxy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.foreshock.faults.conformance.Upstream;
import dev.foreshock.faults.internal.toxiproxy.events.Event;
import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.events.Filter;
import dev.foreshock.faults.internal.toxiproxy.events.Kind;
import dev.foreshock.faults.internal.toxiproxy.events.Reader;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stock has not, under real connections; leases are on a clock that the test moves. */
class EffectRoutesTest {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String HOUR = "\"type\":\"connect_delay\",\"attributes\":{\"delay\":3600000}";
    private static final String RATE = "\"type\":\"shared_bandwidth\",\"attributes\":{\"rate\":100}";

    private final AtomicLong nanos = new AtomicLong(1);
    private final Events events = Events.started();
    private final ControlServer server = new ControlServer(
            Door.open(),
            false,
            PATIENCE_MILLIS,
            new Proxies(new Traffic(), events, 1),
            new Traffic(),
            new Leases(nanos::get, events),
            events);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Upstream upstream = Upstream.echoing();
    private final List<Socket> callers = new ArrayList<>();
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = proxy("db", upstream.address());
    }

    private int proxy(String name, String leadsTo) throws Exception {
        String proxy = ask(
                201,
                "POST /proxies {\"name\":\"" + name + "\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"" + leadsTo
                        + "\"}");
        return Integer.parseInt(proxy.replaceFirst("(?s).*\"listen\":\"127.0.0.1:(\\d+)\".*", "$1"));
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket caller : callers) {
            caller.close();
        }
        server.close();
        upstream.close();
    }

    private String ask(int status, String request) throws Exception {
        String[] parts = request.split(" ", 3);
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + parts[1]))
                        .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                        .method(parts[0], BodyPublishers.ofString(parts.length > 2 ? parts[2] : ""))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(request + " " + answer.body()).isEqualTo(status);
        return answer.body();
    }

    private String lease(int status, String effect) throws Exception {
        return lease(status, "", effect);
    }

    private String lease(int status, String most, String effect) throws Exception {
        return ask(
                status,
                "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000" + most + ",\"changes\":[{\"proxy\":\"db\",\"effect\":{"
                        + effect + "}}]}");
    }

    private Socket connect() throws Exception {
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), port);
        caller.setSoTimeout(PATIENCE_MILLIS);
        callers.add(caller);
        return caller;
    }

    private static int roundTrip(Socket caller) throws Exception {
        caller.getOutputStream().write('x');
        return caller.getInputStream().read();
    }

    private Socket connected() throws Exception {
        Socket caller = connect();
        assertThat(roundTrip(caller)).isEqualTo('x');
        return caller;
    }

    /** Asks until an answer has what it must have in the end. */
    private String eventually(String request, String has) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        String answer = ask(200, request);
        while (!answer.contains(has) && System.nanoTime() < end) {
            answer = ask(200, request);
        }
        assertThat(answer).contains(has);
        return answer;
    }

    @Test
    void theCompatibleRoutesAreToTheByteWhatTheyWere() throws Exception {
        List<String> routes = List.of("GET /proxies", "GET /proxies/db", "GET /proxies/db/toxics");
        List<String> before = new ArrayList<>();
        for (String route : routes) {
            before.add(ask(200, route));
        }
        lease(201, "\"name\":\"t\"," + RATE);
        for (int i = 0; i < routes.size(); i++) {
            assertThat(ask(200, routes.get(i))).isEqualTo(before.get(i));
        }
        String nowhere = "{\"error\":\"toxic not found\",\"status\":404}\n";
        assertThat(ask(404, "GET /proxies/db/toxics/t")).isEqualTo(nowhere);
        assertThat(ask(404, "POST /proxies/db/toxics/t {\"toxicity\":0}")).isEqualTo(nowhere);
        assertThat(ask(404, "DELETE /proxies/db/toxics/t")).isEqualTo(nowhere);
        assertThat(ask(200, "GET /x/leases/a")).endsWith("\"holds\":[{\"proxy\":\"db\",\"effect\":\"t\"}]}");
    }

    @Test
    void namesOfToxicsAndOfEffectsDoNotMeet() throws Exception {
        lease(201, "\"name\":\"t\"," + RATE);
        ask(200, "POST /proxies/db/toxics {\"name\":\"t\",\"type\":\"noop\"}");
        assertThat(ask(200, "GET /x/proxies/db"))
                .endsWith("\"toxics\":[{\"name\":\"t\",\"connections\":0,\"bytes\":0}],"
                        + "\"effects\":[{\"name\":\"t\",\"type\":\"shared_bandwidth\",\"stream\":\"downstream\","
                        + "\"toxicity\":1,\"attributes\":{\"rate\":100},\"connections\":0,\"bytes\":0}]}");
        String again = "{\"changes\":[{\"proxy\":\"db\",\"effect\":{\"name\":\"t\"," + HOUR + "}}]}";
        assertThat(ask(409, "POST /x/leases/a/changes " + again)).contains("effect already exists");
        ask(204, "DELETE /proxies/db/toxics/t");
        assertThat(ask(200, "GET /x/leases/a")).contains("\"effect\":\"t\"");
        ask(200, "POST /proxies/db/toxics {\"name\":\"t\",\"type\":\"noop\"}");
        ask(204, "DELETE /x/leases/a");
        assertThat(ask(200, "GET /proxies/db/toxics")).contains("\"name\":\"t\"");
    }

    @Test
    void anEffectIsAnUnknownTypeWhereverToxicsAreSet() throws Exception {
        String unknown = "{\"error\":\"invalid toxic type\",\"status\":400}\n";
        for (String type : List.of("shared_bandwidth", "connect_delay", "cut_after", "no_such_type")) {
            assertThat(ask(400, "POST /proxies/db/toxics {\"type\":\"" + type + "\"}"))
                    .isEqualTo(unknown);
            assertThat(ask(
                            400,
                            "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000,\"changes\":[{\"proxy\":\"db\",\"toxic\":"
                                    + "{\"type\":\"" + type + "\"}}]}"))
                    .isEqualTo(unknown);
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() throws Exception {
        assertThat(lease(400, "\"type\":\"latency\""))
                .contains("type of an effect must be one of connect_delay, cut_after, shared_bandwidth, "
                        + "but was 'latency': that is a toxic");
        assertThat(lease(400, "\"kind\":\"cut_after\"")).contains("unknown field 'kind' of Effect, which has name,");
        assertThat(lease(400, "\"type\":\"cut_after\",\"attributes\":{\"byte\":1}"))
                .contains("unknown field 'byte' of cut_after, which has bytes, time, reset");
        assertThat(lease(400, "\"type\":\"cut_after\"")).contains("bytes or time must be at least 1");
        assertThat(lease(400, "\"stream\":\"up\"," + RATE)).contains("stream must be upstream or downstream");
        assertThat(lease(400, "\"stream\":\"upstream\"," + HOUR))
                .contains("stream must be left out of connect_delay, which has none");
        assertThat(lease(400, "\"toxicity\":2," + RATE)).contains("toxicity must be from 0 to 1");
        assertThat(ask(
                        400,
                        "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000,\"changes\":[{\"proxy\":\"db\",\"toxic\":{},"
                                + "\"effect\":{}}]}"))
                .contains("a change must be {proxy, toxic}, {proxy, effect}, {proxy, enabled: false} or {create}");
        assertThat(ask(200, "GET /x/proxies/db")).endsWith("\"toxics\":[],\"effects\":[]}");
        assertThat(ask(200, "GET /x/leases")).isEqualTo("{\"leases\":[]}");
    }

    @Test
    void aConnectionThatComesInWaitsForItsServerAndIsLedThereOnceTheEffectIsUndone() throws Exception {
        try (ServerSocket behind = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            behind.setSoTimeout(PATIENCE_MILLIS);
            ask(200, "POST /proxies/db {\"upstream\":\"127.0.0.1:" + behind.getLocalPort() + "\"}");
            lease(201, HOUR);
            Socket caller = connect();
            caller.getOutputStream().write('x');
            eventually("GET /x/connections", "\"effects\":[\"connect_delay\"]");
            assertThat(ask(200, "GET /x/proxies/db"))
                    .contains("\"attributes\":{\"delay\":3600000},\"connections\":1,\"bytes\":0}");
            try (Socket direct = new Socket(InetAddress.getLoopbackAddress(), behind.getLocalPort());
                    Socket first = behind.accept()) {
                assertThat(first.getPort()).as("nobody else has come yet").isEqualTo(direct.getLocalPort());
            }
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertThat(ask(200, "GET /x/proxies/db")).endsWith("\"effects\":[]}");
            try (Socket led = behind.accept()) {
                assertThat(led.getInputStream().read()).isEqualTo('x');
            }
        }
    }

    @Test
    void aConnectIsLateByTheDelayAndThenAsEverAndThoseThatWereThereAreNotTouched() throws Exception {
        Socket before = connected();
        lease(201, "\"type\":\"connect_delay\",\"attributes\":{\"delay\":200}");
        long from = System.nanoTime();
        Socket late = connected();
        assertThat(System.nanoTime() - from).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(roundTrip(before)).isEqualTo('x');
        assertThat(roundTrip(late)).isEqualTo('x');
        assertThat(ask(200, "GET /x/proxies/db")).contains("\"connections\":1,\"bytes\":0}");
        assertThat(ask(200, "GET /x/connections"))
                .containsSubsequence(
                        "\"ordinal\":0", "\"effects\":[]", "\"ordinal\":1", "\"effects\":[\"connect_delay\"]");
    }

    @Test
    void aRadiusBoundsWhoIsDelayedAndOpenConnectionsTakeNoPlace() throws Exception {
        connected();
        lease(201, ",\"most_connections\":1", HOUR);
        connect();
        eventually("GET /x/leases/a", "\"most_connections\":1,\"connections\":1,");
        connected();
    }

    @Test
    void aShareOfConnectionsIsDelayed() throws Exception {
        lease(201, "\"toxicity\":0," + HOUR);
        connected();
        assertThat(ask(200, "GET /x/proxies/db")).contains("\"toxicity\":0,").contains("\"connections\":0,");
    }

    @Test
    void exactlySoManyBytesComeBeforeTheEnd() throws Exception {
        lease(201, "\"type\":\"cut_after\",\"attributes\":{\"bytes\":100}");
        Socket caller = connect();
        caller.getOutputStream().write(new byte[150]);
        assertThat(caller.getInputStream().readAllBytes()).hasSize(100);
    }

    @Test
    void bothSidesOfACutConnectionAreTold() throws Exception {
        try (ServerSocket behind = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            behind.setSoTimeout(PATIENCE_MILLIS);
            ask(200, "POST /proxies/db {\"upstream\":\"127.0.0.1:" + behind.getLocalPort() + "\"}");
            for (int reset = 0; reset <= 1; reset++) {
                Socket caller = connect();
                try (Socket server = behind.accept()) {
                    server.setSoTimeout(PATIENCE_MILLIS);
                    server.getOutputStream().write('x');
                    assertThat(caller.getInputStream().read()).isEqualTo('x');
                    lease(201, "\"type\":\"cut_after\",\"attributes\":{\"time\":1,\"reset\":" + reset + "}");
                    for (Socket side : List.of(caller, server)) {
                        if (reset == 0) {
                            assertThat(side.getInputStream().read()).isEqualTo(-1);
                        } else {
                            assertThat(catchThrowable(
                                            () -> side.getInputStream().read()))
                                    .isInstanceOf(SocketException.class)
                                    .hasMessageContaining("reset");
                        }
                    }
                }
                ask(204, "DELETE /x/leases/a");
            }
        }
    }

    @Test
    void whoWasCutInSilenceCountsAsTouched() throws Exception {
        Reader reader = events.listen(new Filter(Kind.named("connection.closed"), Set.of()), () -> {})
                .orElseThrow();
        Socket caller = connected();
        lease(201, "\"name\":\"c\",\"type\":\"cut_after\",\"attributes\":{\"time\":1}");
        assertThat(caller.getInputStream().read()).isEqualTo(-1);
        eventually("GET /x/proxies/db", "\"open\":0");
        assertThat(ask(200, "GET /x/proxies/db")).contains("\"connections\":1,\"bytes\":0}");
        assertThat(reader.poll().kind()).isEqualTo("stream.opened");
        Event closed = reader.poll();
        while (closed == null) {
            closed = reader.poll();
        }
        assertThat(closed.json())
                .endsWith("\"upstream\":{\"received\":1,\"sent\":1},\"downstream\":{\"received\":1,\"sent\":1},"
                        + "\"toxics\":[],\"effects\":[\"c\"]}");
    }

    /** Each alone would be done after 100 ms. */
    @Test
    void connectionsShareOneRate() throws Exception {
        int each = 10_000;
        List<Socket> four = List.of(connected(), connected(), connected(), connected());
        lease(201, RATE);
        long from = System.nanoTime();
        for (Socket caller : four) {
            caller.getOutputStream().write(new byte[each]);
        }
        for (Socket caller : four) {
            assertThat(caller.getInputStream().readNBytes(each)).hasSize(each);
        }
        assertThat(System.nanoTime() - from).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(400));
        assertThat(ask(200, "GET /x/proxies/db")).contains("\"connections\":4,\"bytes\":40000}");
    }

    @Test
    void whatIsHeldComesWhenTheLeaseEnds() throws Exception {
        Socket caller = connected();
        // At this rate a turn is 10 bytes and the whole an hour and more.
        lease(201, "\"type\":\"shared_bandwidth\",\"attributes\":{\"rate\":1}");
        caller.getOutputStream().write(new byte[4_000_000]);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(ask(200, "GET /x/leases")).isEqualTo("{\"leases\":[]}");
        assertThat(caller.getInputStream().readNBytes(4_000_000)).hasSize(4_000_000);
    }

    @Test
    void aResetOfTheServerTakesEffectsAwayToo() throws Exception {
        lease(201, HOUR);
        ask(204, "POST /reset");
        assertThat(ask(200, "GET /x/leases")).isEqualTo("{\"leases\":[]}");
        connected();
    }

    @Test
    void effectsComeAndGoAsEvents() throws Exception {
        Reader reader = events.listen(new Filter(Kind.named("effect"), Set.of("db")), () -> {})
                .orElseThrow();
        lease(201, HOUR);
        ask(204, "DELETE /x/leases/a");
        assertThat(reader.poll().kind()).isEqualTo("stream.opened");
        assertThat(reader.poll().json())
                .endsWith("\"proxy\":\"db\",\"name\":\"connect_delay\",\"type\":\"connect_delay\",\"toxicity\":1.0,"
                        + "\"attributes\":{\"delay\":3600000}}");
        assertThat(reader.poll().kind()).isEqualTo("effect.removed");
    }
}
