package dev.foreshock.faults.internal.toxiproxy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.foreshock.faults.conformance.Upstream;
import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import java.net.InetAddress;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What toxics have struck, and how many connections they may, under real connections. */
class CountersTest {
    private final Events events = Events.started();
    private static final int PATIENCE_MILLIS = 20_000;

    private final ControlServer server = new ControlServer(
            Door.open(),
            false,
            PATIENCE_MILLIS,
            new Proxies(new Traffic(), events, 1),
            new Traffic(),
            new Leases(() -> 1, events),
            events);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Upstream upstream = Upstream.echoing();
    private final List<Socket> callers = new ArrayList<>();
    private int port;

    @BeforeEach
    void start() throws Exception {
        String proxy = ask(
                201,
                "POST /proxies {\"name\":\"db\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"" + upstream.address()
                        + "\"}");
        port = Integer.parseInt(proxy.replaceFirst("(?s).*\"listen\":\"127.0.0.1:(\\d+)\".*", "$1"));
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

    private Socket connect() throws Exception {
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), port);
        caller.setSoTimeout(PATIENCE_MILLIS);
        callers.add(caller);
        return caller;
    }

    /** Returns what comes back for a byte; -1 is the end. */
    private static int roundTrip(Socket caller) throws Exception {
        caller.getOutputStream().write('x');
        return caller.getInputStream().read();
    }

    private Socket connected() throws Exception {
        Socket caller = connect();
        assertThat(roundTrip(caller)).isEqualTo('x');
        return caller;
    }

    private void lease(String most, String toxic) throws Exception {
        ask(
                201,
                "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000" + most
                        + ",\"changes\":[{\"proxy\":\"db\",\"toxic\":{\"stream\":\"upstream\"," + toxic + "}}]}");
    }

    @Test
    void aConnectionIsShownWithItsBytesAndWithWhatActsOnIt() throws Exception {
        assertThat(ask(200, "GET /x/connections")).isEqualTo("{\"connections\":[]}");
        Socket caller = connected();
        lease("", "\"name\":\"t\",\"type\":\"noop\"");
        assertThat(roundTrip(caller)).isEqualTo('x');
        assertThat(ask(200, "GET /x/connections"))
                .matches("\\{\"connections\":\\[\\{\"proxy\":\"db\",\"ordinal\":0,\"client\":\"127.0.0.1:"
                        + caller.getLocalPort() + "\",\"upstream\":\\{\"received\":2,\"sent\":[12]}"
                        + ",\"downstream\":\\{\"received\":2,\"sent\":[12]},\"toxics\":\\[\"t\"],\"effects\":\\[]}]}");
        ask(204, "DELETE /x/leases/a");
        assertThat(ask(200, "GET /x/connections")).contains("\"toxics\":[]");
    }

    @Test
    void aToxicCountsTheConnectionsAndBytesThatCameToItAndNoOthers() throws Exception {
        Socket one = connected();
        connected();
        ask(200, "POST /proxies/db/toxics {\"name\":\"t\",\"stream\":\"upstream\",\"type\":\"noop\"}");
        assertThat(ask(200, "GET /x/proxies/db"))
                .isEqualTo("{\"name\":\"db\",\"enabled\":true,\"open\":2,\"accepted\":2,\"cut\":0,"
                        + "\"toxics\":[{\"name\":\"t\",\"connections\":0,\"bytes\":0}],\"effects\":[]}");
        roundTrip(one);
        ask(200, "POST /proxies/db/toxics/t {\"toxicity\":1}");
        roundTrip(one);
        connected();
        assertThat(ask(200, "GET /x/proxies/db"))
                .as("across its update")
                .endsWith("\"toxics\":[{\"name\":\"t\",\"connections\":2,\"bytes\":3}],\"effects\":[]}");
        ask(200, "POST /proxies/db/toxics/t {\"toxicity\":0}");
        connected();
        assertThat(ask(200, "GET /x/proxies/db"))
                .as("none of these is drawn")
                .endsWith("\"toxics\":[{\"name\":\"t\",\"connections\":2,\"bytes\":3}],\"effects\":[]}");
    }

    @Test
    void aProxyThatIsTurnedOffSaysHowManyConnectionsItCut() throws Exception {
        connected();
        connected();
        ask(200, "POST /proxies/db {\"enabled\":false}");
        assertThat(ask(200, "GET /x/proxies/db"))
                .isEqualTo(
                        "{\"name\":\"db\",\"enabled\":false,\"open\":0,\"accepted\":2,\"cut\":2,\"toxics\":[],\"effects\":[]}");
    }

    @Test
    void theFirstConnectionsAreStruckAndLaterOnesPassUntouchedToTheEnd() throws Exception {
        List<Socket> present = List.of(connected(), connected(), connected());
        lease(",\"most_connections\":2", "\"name\":\"t\",\"type\":\"timeout\"");
        Socket later = connected();
        assertThat(roundTrip(present.get(2))).isEqualTo('x');
        present.get(0).getOutputStream().write('x');
        assertThat(ask(200, "GET /x/leases/a")).contains("\"most_connections\":2,\"connections\":2,");
        assertThat(ask(200, "GET /x/connections").split("\"toxics\":\\[\"t\"]", -1))
                .as("two have the toxic")
                .hasSize(3);
        ask(204, "DELETE /x/leases/a");
        assertThat(present.get(0).getInputStream().read()).isEqualTo(-1);
        assertThat(present.get(1).getInputStream().read()).isEqualTo(-1);
        assertThat(roundTrip(present.get(2)))
                .as("a timeout that is taken away closes what lost bytes, and only that")
                .isEqualTo('x');
        assertThat(roundTrip(later)).isEqualTo('x');
    }

    @Test
    void thoseThatCameFirstAreStruckWhateverLoopTheyAreOn() throws Exception {
        for (int i = 0; i < 40; i++) {
            connected();
        }
        lease(",\"most_connections\":20", "\"name\":\"t\",\"type\":\"noop\"");
        List<String> struck = Pattern.compile("\"ordinal\":(\\d+)[^\\[]*\\[\"t\"]")
                .matcher(ask(200, "GET /x/connections"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(struck)
                .isEqualTo(IntStream.range(0, 20).mapToObj(String::valueOf).toList());
    }

    @Test
    void ofManyThatConnectAtOnceNoneBeyondTheRadiusIsStruck() throws Exception {
        int many = 60;
        // Struck connections are closed at their first byte; what is spared is echoed.
        lease(",\"most_connections\":7", "\"name\":\"t\",\"type\":\"limit_data\"");
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            Callable<Integer> call = () -> {
                together.await();
                try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    caller.setSoTimeout(PATIENCE_MILLIS);
                    return roundTrip(caller);
                }
            };
            for (int i = 0; i < many; i++) {
                answers.add(threads.submit(call));
            }
            int struck = 0;
            for (Future<Integer> answer : answers) {
                struck += answer.get() == -1 ? 1 : 0;
            }
            assertThat(struck).isEqualTo(7);
        } finally {
            threads.shutdownNow();
        }
        assertThat(ask(200, "GET /x/proxies/db"))
                .contains("\"accepted\":60,")
                .endsWith("\"toxics\":[{\"name\":\"t\",\"connections\":7,\"bytes\":7}],\"effects\":[]}");
    }

    @Test
    void allToxicsOfALeaseShareItsRadius() throws Exception {
        connected();
        lease(",\"most_connections\":1", "\"name\":\"t\",\"type\":\"noop\"");
        ask(
                200,
                "POST /x/leases/a/changes {\"changes\":[{\"proxy\":\"db\",\"toxic\":"
                        + "{\"name\":\"u\",\"type\":\"limit_data\"}}]}");
        connected();
        assertThat(ask(200, "GET /x/leases/a")).contains("\"most_connections\":1,\"connections\":1,");
        assertThat(ask(200, "GET /x/connections"))
                .contains("\"toxics\":[\"t\",\"u\"]")
                .contains("\"toxics\":[]");
    }

    @Test
    void aConnectionBeyondTheRadiusIsNotReset() throws Exception {
        lease(",\"most_connections\":1", "\"name\":\"t\",\"type\":\"reset_peer\"");
        Socket struck = connect();
        struck.getOutputStream().write('x');
        assertThat(catchThrowable(() -> struck.getInputStream().read())).isInstanceOf(SocketException.class);
        Socket spared = connected();
        spared.shutdownOutput();
        assertThat(spared.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aRadiusThatCannotBeKeptIsRefused() throws Exception {
        String off = "{\"proxy\":\"db\",\"enabled\":false}";
        assertThat(ask(
                        400,
                        "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000,\"most_connections\":5,\"changes\":[" + off
                                + "]}"))
                .contains("enabled: false strikes every connection, but under this lease at most 5 may be");
        assertThat(ask(
                        400,
                        "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000,\"most_connections\":0,\"changes\":[" + off
                                + "]}"))
                .contains("most_connections must be from 1 to 1000000, but was 0");
        assertThat(ask(200, "GET /x/leases")).isEqualTo("{\"leases\":[]}");
    }

    @Test
    void onlyItsOwnRoutesAreThere() throws Exception {
        assertThat(ask(404, "GET /x/proxies/none")).contains("proxy not found");
        for (String nowhere : List.of("/x/proxies", "/x/proxies/db/toxics", "/x/connections/1", "/x/connections/")) {
            assertThat(ask(404, "GET " + nowhere)).isEqualTo("404 page not found\n");
        }
        assertThat(ask(405, "POST /x/connections")).isEmpty();
        assertThat(ask(405, "DELETE /x/proxies/db")).isEmpty();
    }
}
