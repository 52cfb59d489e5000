package dev.foreshock.faults.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections fare alike through every server there is. Delays have strict lower and generous upper bounds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehaviorConformanceTest {
    private static final long EARLY_MILLIS = 2;
    private static final long LATE_MILLIS = 5_000;

    private final Servers servers = new Servers();

    static Kind[] kinds() {
        return Kind.values();
    }

    /** Between a client and a container stands Docker's own proxy, which takes every connection and turns a reset into an end. */
    static Kind[] kindsThatClientsReachThemselves() {
        return new Kind[] {Kind.EMBEDDED, Kind.STOCK};
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    private Route route(Kind kind, Upstream upstream) {
        return Route.to(upstream.address(), servers.get(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bytesPassBothWays(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing(servers.get(kind).nearby());
                Socket client = route(kind, upstream).connect()) {
            byte[] sent = bytes(1_000_000);
            Upstream.daemon(() -> client.getOutputStream().write(sent));
            assertThat(client.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEndBecomesTheEndOfBothDirections(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby());
                Socket client = route(kind, upstream).connect();
                Socket server = upstream.next()) {
            write(client, "last words");
            client.shutdownOutput();
            assertThat(server.getInputStream().readAllBytes()).isEqualTo("last words".getBytes(US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aServerThatIsNotThereEndsTheClient(Kind kind) throws Exception {
        Route route = Route.to("127.0.0.1:" + StockServer.freePort(), servers.get(kind));
        try (Socket client = route.connect()) {
            assertThat(readOrReset(client)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("kindsThatClientsReachThemselves")
    void disablingClosesConnectionsAndRefusesNewOnes(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream);
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                route.send("POST /proxies/p {\"enabled\":false}");
                assertThat(readOrReset(client)).isEqualTo(-1);
                assertThat(readOrReset(server)).isEqualTo(-1);
                assertThatThrownBy(route::connect).isInstanceOf(ConnectException.class);
                route.send("POST /proxies/p {\"enabled\":true}");
                route.connect().close();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deletingClosesConnections(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream);
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                exchange(client, server);
                route.send("DELETE /proxies/p");
                assertThat(readOrReset(client)).isEqualTo(-1);
                assertThat(readOrReset(server)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void latencyIsAddedToAConnectionThatIsOpen(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing(servers.get(kind).nearby())) {
            Route route = route(kind, upstream);
            try (Socket client = route.connect()) {
                echo(client, "warm");
                route.add("latency", "upstream", "\"latency\":150");
                route.send("POST /proxies/p/toxics {\"type\":\"latency\",\"attributes\":{\"latency\":100}}");
                assertThat(echo(client, "slow")).isBetween(250 - EARLY_MILLIS, 250 + LATE_MILLIS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void removingLatencyReleasesWhatIsQueued(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream).add("latency", "upstream", "\"latency\":60000");
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                write(client, "abc");
                server.setSoTimeout(300);
                assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
                server.setSoTimeout(20_000);
                route.remove("t");
                assertThat(server.getInputStream().readNBytes(3)).isEqualTo("abc".getBytes(US_ASCII));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void twoLatenciesInSeriesAddUp(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing(servers.get(kind).nearby())) {
            Route route = route(kind, upstream).add("latency", "downstream", "\"latency\":200");
            route.send("POST /proxies/p/toxics {\"type\":\"latency\",\"attributes\":{\"latency\":200}}");
            try (Socket client = route.connect()) {
                assertThat(echo(client, "x")).isBetween(400 - EARLY_MILLIS, 400 + LATE_MILLIS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bandwidthTakesItsTime(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream).add("bandwidth", "upstream", "\"rate\":1000");
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                byte[] sent = bytes(480_000);
                long from = System.nanoTime();
                Upstream.daemon(() -> client.getOutputStream().write(sent));
                assertThat(server.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
                assertThat(millisSince(from)).isBetween(480 - EARLY_MILLIS, 480 + LATE_MILLIS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bandwidthZeroStallsUntilItIsRemoved(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream).add("bandwidth", "upstream", "\"rate\":0");
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                write(client, "abc");
                server.setSoTimeout(500);
                assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
                server.setSoTimeout(20_000);
                route.remove("t");
                assertThat(server.getInputStream().readNBytes(3)).isEqualTo("abc".getBytes(US_ASCII));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void slowCloseDelaysTheEnd(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream).add("slow_close", "downstream", "\"delay\":300");
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                write(server, "bye");
                server.shutdownOutput();
                long from = System.nanoTime();
                assertThat(client.getInputStream().readAllBytes()).isEqualTo("bye".getBytes(US_ASCII));
                assertThat(millisSince(from)).isBetween(300 - 10 * EARLY_MILLIS, 300 + LATE_MILLIS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void timeoutDropsAndEnds(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream).add("timeout", "upstream", "\"timeout\":300");
            long from = System.nanoTime();
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                write(client, "lost");
                assertThat(server.getInputStream().readAllBytes()).isEmpty();
                assertThat(millisSince(from)).isBetween(300 - EARLY_MILLIS, 300 + LATE_MILLIS);
                assertThat(readOrReset(client)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void removingATimeoutEndsBothSidesEvenWhereItWasSpared(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream)
                    .send(
                            "POST /proxies/p/toxics {\"name\":\"t\",\"type\":\"timeout\",\"toxicity\":0,\"stream\":\"upstream\"}");
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                write(client, "x");
                assertThat(server.getInputStream().read()).isEqualTo('x');
                route.remove("t");
                assertThat(readOrReset(client)).isEqualTo(-1);
                assertThat(readOrReset(server)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void resettingEndsConnectionsUnderATimeout(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream);
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                exchange(client, server);
                route.add("timeout", "downstream", "\"timeout\":0").send("POST /reset");
                assertThat(readOrReset(client)).isEqualTo(-1);
                assertThat(readOrReset(server)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void toxicityCanBeRaisedOnAConnectionThatIsOpen(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream)
                    .send(
                            "POST /proxies/p/toxics {\"name\":\"t\",\"type\":\"timeout\",\"toxicity\":0,\"stream\":\"upstream\"}");
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                write(client, "x");
                assertThat(server.getInputStream().read()).isEqualTo('x');
                route.send("POST /proxies/p/toxics/t {\"toxicity\":1,\"attributes\":{\"timeout\":100}}");
                assertThat(readOrReset(server)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kindsThatClientsReachThemselves")
    void resetPeerResetsConnectionsOpenedUnderIt(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing(servers.get(kind).nearby())) {
            Route route = route(kind, upstream).add("reset_peer", "downstream", "\"timeout\":100");
            try (Socket client = route.connect()) {
                long from = System.nanoTime();
                write(client, "x");
                assertThatThrownBy(() -> client.getInputStream().read())
                        .isInstanceOf(SocketException.class)
                        .hasMessageContaining("reset");
                assertThat(millisSince(from)).isBetween(100 - EARLY_MILLIS, 100 + LATE_MILLIS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void resetPeerOnlyEndsConnectionsThatWereOpenBefore(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing(servers.get(kind).nearby())) {
            Route route = route(kind, upstream);
            try (Socket client = route.connect()) {
                echo(client, "x");
                route.add("reset_peer", "downstream", "\"timeout\":0");
                write(client, "x");
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void slicerKeepsTheBytes(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream)
                    .add("slicer", "upstream", "\"average_size\":1024,\"size_variation\":512,\"delay\":10");
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                byte[] sent = bytes(480_000);
                Upstream.daemon(() -> client.getOutputStream().write(sent));
                assertThat(server.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void slicerPausesAfterEveryPiece(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream)
                    .add("slicer", "upstream", "\"average_size\":1,\"size_variation\":0,\"delay\":20000");
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                long from = System.nanoTime();
                write(client, "0123456789");
                assertThat(server.getInputStream().readNBytes(10)).isEqualTo("0123456789".getBytes(US_ASCII));
                assertThat(millisSince(from)).isBetween(180 - EARLY_MILLIS, 180 + LATE_MILLIS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"50", "100", "150", "0"})
    void limitDataPassesAnExactPrefix(int given) throws Exception {
        for (Kind kind : Kind.wanted()) {
            try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
                Route route = route(kind, upstream).add("limit_data", "upstream", "\"bytes\":100");
                try (Socket client = route.connect();
                        Socket server = upstream.next()) {
                    byte[] sent = bytes(given);
                    client.getOutputStream().write(sent);
                    if (given < 100) {
                        client.shutdownOutput();
                    }
                    assertThat(server.getInputStream().readAllBytes())
                            .as(kind.toString())
                            .isEqualTo(Arrays.copyOf(sent, Math.min(given, 100)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingIsLostOrReorderedWhileToxicsComeAndGo(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream);
            try (Socket client = route.connect();
                    Socket server = upstream.next()) {
                int count = 65_535;
                Thread writer = Upstream.daemon(() -> {
                    OutputStream out = client.getOutputStream();
                    for (int i = 0; i < count; i++) {
                        out.write(new byte[] {(byte) (i >> 8), (byte) i});
                    }
                    client.shutdownOutput();
                });
                Thread churn = Upstream.daemon(() -> {
                    while (writer.isAlive()) {
                        route.add("latency", "upstream", "\"latency\":1000").remove("t");
                    }
                });
                DataInputStream in = new DataInputStream(server.getInputStream());
                for (int i = 0; i < count; i++) {
                    assertThat(in.readUnsignedShort()).isEqualTo(i);
                }
                assertThat(in.read()).isEqualTo(-1);
                churn.join();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aClosedClientEndsTheServerWhateverToxicsComeAndGo(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent(servers.get(kind).nearby())) {
            Route route = route(kind, upstream);
            for (int i = 0; i < 100; i++) {
                try (Socket client = route.connect();
                        Socket server = upstream.next()) {
                    route.add("latency", "upstream", "\"latency\":1");
                    write(client, "x");
                    hangUp(client);
                    route.remove("t");
                    assertThat(server.getInputStream().readAllBytes()).isEqualTo(new byte[] {'x'});
                }
            }
        }
    }

    /** Sends {@code text}, waits until it comes back, and returns how long that took. */
    private static long echo(Socket socket, String text) throws IOException {
        long from = System.nanoTime();
        write(socket, text);
        assertThat(socket.getInputStream().readNBytes(text.length())).isEqualTo(text.getBytes(US_ASCII));
        return millisSince(from);
    }

    /** Passes a byte each way: a server has a connection before it knows of it, and what it does not know it does not end. */
    private static void exchange(Socket client, Socket server) throws IOException {
        write(client, "x");
        assertThat(server.getInputStream().read()).isEqualTo('x');
        write(server, "y");
        assertThat(client.getInputStream().read()).isEqualTo('y');
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** Returns the next byte; the end also where the other side ended by a reset. */
    private static int readOrReset(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            return in.read();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException e) {
            return -1;
        }
    }

    private static void hangUp(Socket socket) throws IOException {
        socket.close();
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
