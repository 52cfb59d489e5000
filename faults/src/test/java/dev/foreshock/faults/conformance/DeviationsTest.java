package dev.foreshock.faults.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the embedded server does better than stock on purpose. Each claim stands in deviations.txt. */
class DeviationsTest {
    private static void declared(String behavior) {
        assertThat(Deviation.all()).containsKey(Deviation.BEHAVIOR + behavior);
    }

    @Test
    void twoRunsWithOneSeedTreatTheNthConnectionAlike() throws Exception {
        declared("toxicity is drawn once per connection and toxic");
        List<Boolean> first = spared(11, "0.5");
        assertThat(spared(11, "0.5")).isEqualTo(first);
        assertThat(spared(12, "0.5")).isNotEqualTo(first);
        assertThat(first).contains(true, false);
        List<Boolean> more = spared(11, "0.8");
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i) || !more.get(i)).as("connection %d", i).isTrue();
        }
    }

    /** Returns for each of some connections whether a toxic that drops everything left it alone. */
    private static List<Boolean> spared(long seed, String toxicity) throws Exception {
        try (ServerUnderTest server = new EmbeddedServer(
                        EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(seed).onPort(0)));
                Upstream upstream = Upstream.silent()) {
            Route route = Route.to(upstream.address(), server)
                    .send(
                            "POST /proxies/p/toxics {\"name\":\"t\",\"type\":\"limit_data\",\"stream\":\"upstream\",\"toxicity\":"
                                    + toxicity + "}");
            List<Boolean> spared = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                try (Socket client = route.connect();
                        Socket behind = upstream.next()) {
                    client.getOutputStream().write('x');
                    spared.add(behind.getInputStream().read() == 'x');
                }
            }
            return spared;
        }
    }

    @Test
    void removingAResetPeerLetsWaitingBytesGo() throws Exception {
        declared("removing a reset_peer lets waiting connections go");
        try (ServerUnderTest server = EmbeddedServer.start();
                Upstream upstream = Upstream.silent()) {
            Route route = Route.to(upstream.address(), server);
            try (Socket client = route.connect();
                    Socket behind = upstream.next()) {
                route.add("reset_peer", "upstream", "\"timeout\":60000");
                client.getOutputStream().write('x');
                behind.setSoTimeout(200);
                try {
                    assertThat(behind.getInputStream().read()).isEqualTo(-2);
                } catch (SocketTimeoutException e) {
                    behind.setSoTimeout(20_000);
                }
                route.remove("t");
                assertThat(behind.getInputStream().read()).isEqualTo('x');
            }
        }
    }

    @Test
    void aLinkThatIsStuckHoldsUpNoControlCall() throws Exception {
        declared("a control call never waits for a link");
        try (ServerUnderTest server = EmbeddedServer.start();
                Upstream upstream = Upstream.silent()) {
            Route route = Route.to(upstream.address(), server);
            try (Socket client = route.connect();
                    Socket behind = upstream.next()) {
                Upstream.daemon(() -> client.getOutputStream().write(new byte[50_000_000]));
                assertThat(behind.getInputStream().read()).isZero();
                route.add("latency", "upstream", "\"latency\":10").remove("t").send("GET /proxies");
                route.add("bandwidth", "upstream", "\"rate\":0").send("DELETE /proxies/p");
            }
        }
    }

    @Test
    void aServerThatDoesNotAnswerHoldsUpNobodyElse() throws Exception {
        declared("a server that does not answer holds up nobody else");
        List<Socket> filling = new ArrayList<>();
        try (ServerUnderTest server = EmbeddedServer.start();
                ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, filling);
            Route route = Route.to("127.0.0.1:" + full.getLocalPort(), server);
            try (Socket first = route.connect();
                    Socket second = route.connect()) {
                route.send("POST /proxies/p {\"enabled\":false}");
                assertThat(isClosed(first)).isTrue();
                assertThat(isClosed(second)).isTrue();
            }
        } finally {
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }

    /** Tells whether the other side closes a connection; the system resets one that nobody had accepted yet. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Connects until the system lets nobody in any more. */
    private static void fill(ServerSocket listener, List<Socket> filling) throws IOException {
        while (filling.size() < 100) {
            Socket socket = new Socket();
            filling.add(socket);
            try {
                socket.connect(listener.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the system lets in more than it was asked for");
    }

    @Test
    void idleClientsOfTheApiNeverStopTheDataPath() throws Exception {
        declared("at most 512 clients of the API at once");
        List<Socket> idle = new ArrayList<>();
        try (ServerUnderTest server = EmbeddedServer.start();
                Upstream upstream = Upstream.echoing()) {
            Route route = Route.to(upstream.address(), server);
            try (Socket client = route.connect()) {
                for (int i = 0; i < 2_000; i++) {
                    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                    idle.add(socket);
                    if (i % 3 == 0) {
                        write(socket, "POST /proxies HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
                    }
                }
                client.getOutputStream().write('x');
                assertThat(client.getInputStream().read()).isEqualTo('x');
                route.send("GET /proxies/p");
            } finally {
                for (Socket socket : idle) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void onlyBytesAreMeasured() throws Exception {
        declared("only bytes are measured");
        try (EmbeddedToxiproxy measured = EmbeddedToxiproxy.start(
                        ToxiproxyOptions.seeded(1).onPort(0).withMetrics());
                Upstream upstream = Upstream.silent()) {
            ServerUnderTest server = new EmbeddedServer(measured);
            Route route = Route.to(upstream.address(), server);
            try (Socket client = route.connect();
                    Socket behind = upstream.next()) {
                write(client, "four");
                client.shutdownOutput();
                assertThat(behind.getInputStream().readAllBytes()).hasSize(4);
                write(behind, "");
            }
            Control control = new Control(server.port());
            String wanted = "toxiproxy_proxy_received_bytes_total{direction=\"upstream\",listener=\"127.0.0.1:";
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            String text = "";
            while (!text.contains(wanted) && System.nanoTime() < end) {
                text = control.send("GET /metrics").body();
            }
            assertThat(text)
                    .contains("# TYPE toxiproxy_proxy_received_bytes_total counter\n", wanted)
                    .containsPattern("toxiproxy_proxy_sent_bytes_total\\{direction=\"upstream\",listener=\"[^\"]*\","
                            + "proxy=\"p\",upstream=\"" + upstream.address() + "\"} 4\n");
        }
    }

    @Test
    void closingTheServerFreesItsPortsAtOnce() throws Exception {
        EmbeddedToxiproxy server =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(0));
        int port = server.port();
        int proxied = StockServer.freePort();
        new Control(port)
                .send("POST /proxies {\"name\":\"p\",\"listen\":\"127.0.0.1:" + proxied
                        + "\",\"upstream\":\"127.0.0.1:1\"}");
        server.close();
        for (int each : new int[] {port, proxied}) {
            new ServerSocket(each, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }
}
