package dev.foreshock.faults.internal.toxiproxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes that stock has not, on a clock that the test moves. */
class LeaseRoutesTest {
    private final Events events = Events.started();
    private static final String TOXIC = "{\"proxy\":\"db\",\"toxic\":{\"name\":\"t\",\"type\":\"latency\","
            + "\"stream\":\"upstream\",\"attributes\":{\"latency\":5}}}";

    private final AtomicLong nanos = new AtomicLong(1);
    private final Proxies proxies = new Proxies(new Traffic(), events, 1);
    private final ControlServer server = new ControlServer(
            Door.open(), false, 20_000, proxies, new Traffic(), new Leases(nanos::get, events), events);
    private final HttpClient client = HttpClient.newHttpClient();
    private String before;

    @BeforeEach
    void start() throws Exception {
        ask(201, "POST /proxies {\"name\":\"db\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}");
        before = ask(200, "GET /proxies");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String ask(int status, String request) throws Exception {
        String[] parts = request.split(" ", 3);
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + parts[1]))
                        .timeout(Duration.ofSeconds(20))
                        .method(parts[0], BodyPublishers.ofString(parts.length > 2 ? parts[2] : ""))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(request + " " + answer.body()).isEqualTo(status);
        return answer.body();
    }

    private String open(int status, String changes) throws Exception {
        return ask(status, "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000,\"changes\":[" + changes + "]}");
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void aLeaseHoldsWhatWasDoneUnderItAndSaysSo() throws Exception {
        String held = "{\"id\":\"a\",\"ttl_ms\":1000,\"left_ms\":1000,\"holds\":[{\"proxy\":\"db\",\"toxic\":\"t\"}]}";
        assertThat(open(201, TOXIC)).isEqualTo(held);
        assertThat(ask(200, "GET /x/leases")).isEqualTo("{\"leases\":[" + held + "]}");
        pass(400);
        assertThat(ask(200, "GET /x/leases/a")).contains("\"left_ms\":600");
        assertThat(ask(200, "POST /x/leases/a")).contains("\"ttl_ms\":1000,\"left_ms\":1000");
        assertThat(ask(200, "POST /x/leases/a {\"ttl_ms\":300}")).contains("\"ttl_ms\":300,\"left_ms\":300");
        assertThat(ask(
                        200,
                        "POST /x/leases/a/changes {\"most_ms\":200,\"changes\":[{\"proxy\":\"db\",\"enabled\":false},"
                                + "{\"create\":{\"name\":\"f\",\"upstream\":\"x\",\"enabled\":false}}]}"))
                .endsWith("\"holds\":[{\"proxy\":\"db\",\"toxic\":\"t\"},{\"proxy\":\"db\",\"enabled\":false},"
                        + "{\"create\":\"f\"}]}");
        pass(200);
        assertThat(ask(200, "GET /x/leases/a")).endsWith("\"holds\":[{\"proxy\":\"db\",\"toxic\":\"t\"}]}");
        pass(100);
        assertThat(ask(200, "GET /x/leases")).isEqualTo("{\"leases\":[]}");
        assertThat(ask(200, "GET /proxies")).isEqualTo(before);
    }

    @Test
    void anEndedLeaseIsUndoneAtOnce() throws Exception {
        open(201, TOXIC);
        assertThat(ask(204, "DELETE /x/leases/a")).isEmpty();
        assertThat(ask(200, "GET /proxies")).isEqualTo(before);
        assertThat(ask(404, "POST /x/leases/a")).isEqualTo("{\"error\":\"lease not found\",\"status\":404}\n");
        assertThat(ask(404, "POST /x/leases/a/changes {\"changes\":[" + TOXIC + "]}"))
                .contains("lease not found");
        assertThat(ask(404, "DELETE /x/leases/a")).contains("lease not found");
        assertThat(ask(200, "GET /proxies")).isEqualTo(before);
    }

    @Test
    void theCompatibleRoutesShowNothingOfALease() throws Exception {
        open(201, TOXIC);
        String leased = ask(200, "GET /proxies");
        ask(204, "DELETE /x/leases/a");
        ask(200, "POST /proxies/db/toxics " + TOXIC.replaceFirst(".*\"toxic\":(.*)}$", "$1"));
        assertThat(leased).isEqualTo(ask(200, "GET /proxies"));
    }

    @Test
    void ofSeveralChangesAllAreMadeOrNone() throws Exception {
        assertThat(open(409, TOXIC + "," + TOXIC)).contains("toxic already exists");
        assertThat(ask(200, "GET /proxies")).isEqualTo(before);
        assertThat(open(404, TOXIC + ",{\"proxy\":\"none\",\"enabled\":false}")).contains("proxy not found");
        assertThat(open(409, "{\"proxy\":\"db\",\"enabled\":false},{\"create\":{\"name\":\"db\",\"upstream\":\"x\"}}"))
                .contains("proxy already exists");
        String off = "{\"proxy\":\"db\",\"enabled\":false}";
        assertThat(open(409, off + "," + off)).contains("proxy already disabled");
        assertThat(ask(200, "GET /proxies")).isEqualTo(before);
        assertThat(ask(200, "GET /x/leases")).isEqualTo("{\"leases\":[]}");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        assertThat(open(400, "")).contains("changes must have at least one");
        assertThat(open(400, "{\"proxy\":\"db\"}")).contains("a change must be {proxy, toxic}");
        assertThat(open(400, "{\"create\":{\"name\":\"f\",\"upstream\":\"x\"},\"proxy\":\"db\"}"))
                .contains("a change must be");
        assertThat(open(400, "{\"proxy\":\"db\",\"enabled\":true}")).contains("enabled must be false");
        assertThat(open(400, "{\"proxy\":\"db\",\"toxic\":{\"type\":\"none\"}}"))
                .contains("invalid toxic type");
        String rest = "\"changes\":[" + TOXIC + "]}";
        assertThat(ask(400, "POST /x/leases {\"id\":\"a\"," + rest)).contains("ttl_ms must be from 1 to 3600000");
        assertThat(ask(400, "POST /x/leases {\"id\":\"a\",\"ttl_ms\":3600001," + rest))
                .contains("ttl_ms must be");
        assertThat(ask(400, "POST /x/leases {\"ttl_ms\":1," + rest)).contains("missing required field: id");
        assertThat(ask(400, "POST /x/leases {\"id\":\"a/b\",\"ttl_ms\":1," + rest))
                .contains("id must have no /");
        assertThat(ask(400, "POST /x/leases {\"id\":\"a\",\"ttl\":1," + rest))
                .contains("unknown field 'ttl' of Lease, which has id, ttl_ms, most_ms, most_connections, changes");
        assertThat(ask(400, "POST /x/leases {\"id\":\"b\",\"id\":\"a\",\"ttl_ms\":1000," + rest))
                .contains("Duplicate field 'id'");
        assertThat(ask(400, "POST /x/leases {\"id\":\"a\",\"ttl_ms\":1000," + rest + " {}"))
                .contains("a body must be one value, but has something after it");
        open(201, TOXIC);
        assertThat(open(409, "{\"proxy\":\"db\",\"enabled\":false}")).contains("lease already exists");
        assertThat(ask(400, "POST /x/leases/a {\"ttl_ms\":0}")).contains("ttl_ms must be");
        assertThat(ask(
                        400,
                        "POST /x/leases/a/changes {\"most_ms\":0,\"changes\":[{\"proxy\":\"db\",\"enabled\":false}]}"))
                .contains("most_ms must be from 1 to 86400000");
    }

    @Test
    void onlyItsOwnRoutesAreThere() throws Exception {
        for (String nowhere :
                new String[] {"/x", "/x/", "/x/leases/", "/x/nope", "/x/leases/a/b", "/x/leases/a/changes/c"}) {
            assertThat(ask(404, "GET " + nowhere)).isEqualTo("404 page not found\n");
        }
        for (String wrong : new String[] {"PUT /x/leases", "PATCH /x/leases/a", "GET /x/leases/a/changes"}) {
            assertThat(ask(405, wrong)).isEmpty();
        }
    }

    @Test
    void whatIsOverIsUndoneThoughNobodyCalls() throws Exception {
        Proxies live = new Proxies(new Traffic(), events, 1);
        try (ControlServer ticking = new ControlServer(
                Door.open(), false, 20_000, live, new Traffic(), new Leases(System::nanoTime, events), events)) {
            ticking.populate("[{\"name\":\"db\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}]");
            Proxy db = live.get("db");
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ticking.port() + "/x/leases"))
                            .POST(BodyPublishers.ofString("{\"id\":\"a\",\"ttl_ms\":1,\"changes\":[" + TOXIC + "]}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(201);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!db.toxics().isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(db.toxics()).isEmpty();
        }
    }
}
