package dev.foreshock.faults.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foreshock.faults.conformance.ServerUnderTest;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.toxic.Latency;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The driver, against every server there is, and against servers that misbehave. */
class ToxiproxyControlTest {
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration AMPLE = Duration.ofSeconds(20);

    static List<ServerUnderTest.Kind> kinds() {
        return ServerUnderTest.Kind.local();
    }

    private static ToxiproxyControl of(ServerUnderTest server) {
        return new ToxiproxyControl(new ServerAddress("127.0.0.1", server.port()), AMPLE);
    }

    private static ToxicState latency(String name) {
        return ToxicState.of(
                name, "latency", "upstream", 0.25, new TreeMap<>(java.util.Map.of("latency", 20L, "jitter", 5L)));
    }

    private static ProxyState proxy(String name) {
        return new ProxyState(name, "127.0.0.1:0", "127.0.0.1:1", true, List.of());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatItAddsIsWhatTheStockClientReads(ServerUnderTest.Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            ToxiproxyControl control = of(server);
            control.createProxy(proxy("db"));
            control.addToxic("db", latency("slow"));
            Latency read = new ToxiproxyClient("127.0.0.1", server.port())
                    .getProxy("db")
                    .toxics()
                    .get("slow", Latency.class);
            assertThat(List.of(read.getLatency(), read.getJitter())).containsExactly(20L, 5L);
            assertThat(read.getToxicity()).isEqualTo(0.25f);
            assertThat(control.proxies().get("db").toxics()).containsExactly(latency("slow"));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void removingMayBeRepeated(ServerUnderTest.Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            ToxiproxyControl control = of(server);
            control.createProxy(proxy("db"));
            control.addToxic("db", latency("slow"));
            assertThat(control.removeToxic("db", "slow")).isTrue();
            assertThat(control.removeToxic("db", "slow")).isFalse();
            assertThat(control.deleteProxy("db")).isTrue();
            assertThat(control.deleteProxy("db")).isFalse();
            assertThat(control.removeToxic("db", "slow")).isFalse();
            assertThat(control.proxies()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aProxyIsTurnedOffAndOnAgain(ServerUnderTest.Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            ToxiproxyControl control = of(server);
            control.createProxy(proxy("db"));
            control.setEnabled("db", false);
            control.setEnabled("db", false);
            assertThat(control.proxies().get("db").enabled()).isFalse();
            control.setEnabled("db", true);
            assertThat(control.proxies().get("db").enabled()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void namesAreWhatTheyAreWhateverIsInThem(ServerUnderTest.Kind kind) throws Exception {
        String odd = "a b+c%2F?x=1#y;ä";
        try (ServerUnderTest server = kind.start()) {
            ToxiproxyControl control = of(server);
            control.createProxy(proxy(odd));
            control.addToxic(odd, latency(odd));
            assertThat(control.proxies().get(odd).toxics()).containsExactly(latency(odd));
            assertThat(control.removeToxic(odd, odd)).isTrue();
            assertThat(control.deleteProxy(odd)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofTwoWhoCreateOneProxyTheSecondIsRefused(ServerUnderTest.Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            ToxiproxyControl control = of(server);
            ProxyState off = new ProxyState("fence", "127.0.0.1:0", "run-1.invalid:1", false, List.of());
            control.createProxy(off);
            ControlException e = thrownBy(() -> control.createProxy(off));
            assertThat(e.isTaken()).isTrue();
            assertThat(e.outcome()).isEqualTo(ControlException.Outcome.REFUSED);
            assertThat(control.proxies()).containsEntry("fence", off);
        }
    }

    @Test
    void aHostThatNoPageCanHaveIsAskedForNothing() {
        ControlException e = thrownBy(
                () -> new ToxiproxyControl(new ServerAddress("toxi_proxy", 8474), SHORT).createProxy(proxy("db")));
        assertThat(e.outcome()).isEqualTo(ControlException.Outcome.NOT_SENT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatTheServerRefusesIsSaidInItsWords(ServerUnderTest.Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            ControlException e = thrownBy(() -> of(server).addToxic("none", latency("slow")));
            assertThat(e).hasMessageContaining("proxy not found").hasMessageContaining("/proxies/none/toxics");
            assertThat(e.isAboutNothing()).isTrue();
        }
    }

    @Test
    void aToxicIsOneRequestWithEverythingInIt() throws Exception {
        try (RawServer server = RawServer.saying(200, "{}")) {
            new ToxiproxyControl(server.address(), AMPLE).addToxic("db", latency("slow"));
            assertThat(server.requests())
                    .containsExactly(
                            "POST /proxies/db/toxics {\"name\":\"slow\",\"type\":\"latency\","
                                    + "\"stream\":\"upstream\",\"toxicity\":0.25,\"attributes\":{\"jitter\":5,\"latency\":20}}");
        }
    }

    @Test
    void toxicsOfAnyTypeAreRead() throws Exception {
        try (RawServer server = RawServer.saying(
                200,
                "{\"db\":{\"name\":\"db\",\"listen\":\"l\",\"upstream\":\"u\",\"enabled\":true,\"Logger\":{},\"toxics\":["
                        + "{\"attributes\":{\"b\":{\"d\":1,\"c\":[2]},\"a\":\"x\"},\"name\":\"own\",\"type\":\"custom\","
                        + "\"stream\":\"downstream\",\"toxicity\":1}]}}")) {
            assertThat(new ToxiproxyControl(server.address(), AMPLE)
                            .proxies()
                            .get("db")
                            .toxics())
                    .containsExactly(new ToxicState(
                            "own", "custom", "downstream", 1, "{\"a\":\"x\",\"b\":{\"c\":[2],\"d\":1}}"));
        }
    }

    @Test
    void aServerThatNeverAnswersHoldsNobody() throws Exception {
        try (RawServer server = RawServer.that(socket -> {})) {
            ControlException e = thrownBy(() -> new ToxiproxyControl(server.address(), SHORT).setEnabled("db", false));
            assertThat(e.outcome()).isEqualTo(ControlException.Outcome.UNANSWERED);
            assertThat(e).hasMessageContaining("did not answer POST /proxies/db");
        }
    }

    @Test
    void aServerThatDripsHoldsNobody() throws Exception {
        try (RawServer server = RawServer.that(socket -> {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                socket.getOutputStream().write(' ');
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
        })) {
            ControlException e = thrownBy(() -> new ToxiproxyControl(server.address(), SHORT).proxies());
            assertThat(e.outcome()).isEqualTo(ControlException.Outcome.UNANSWERED);
        }
    }

    @Test
    void aServerThatSendsWithoutEndIsCutOff() throws Exception {
        byte[] much = new byte[64 * 1024];
        try (RawServer server = RawServer.that(socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                socket.getOutputStream().write(much);
            }
        })) {
            ControlException e = thrownBy(() -> new ToxiproxyControl(server.address(), AMPLE).proxies());
            assertThat(e).hasMessageContaining("more than 4194304 bytes");
        }
    }

    @Test
    void aServerThatHangsUpMayHaveDoneIt() throws Exception {
        try (RawServer server = RawServer.that(java.net.Socket::close)) {
            ControlException e = thrownBy(() -> new ToxiproxyControl(server.address(), AMPLE).setEnabled("db", false));
            assertThat(e.outcome()).isEqualTo(ControlException.Outcome.UNANSWERED);
        }
    }

    @Test
    void whereNobodyListensNothingWasSent() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ControlException e = thrownBy(
                () -> new ToxiproxyControl(new ServerAddress("127.0.0.1", port), AMPLE).setEnabled("db", false));
        assertThat(e.outcome()).isEqualTo(ControlException.Outcome.NOT_SENT);
    }

    @Test
    void aServerThatIsNoToxiproxyIsNotTakenForAnEmptyOne() throws IOException {
        for (String body : List.of("", "[]", "<html>", "{\"db\":{}}", "{\"db\":{\"enabled\":true,\"toxics\":null}}")) {
            try (RawServer server = RawServer.saying(200, body)) {
                assertThat(thrownBy(() -> new ToxiproxyControl(server.address(), AMPLE).proxies()))
                        .as(body)
                        .hasMessageContaining("not a list of proxies");
            }
        }
    }

    @Test
    void aPageThatIsNotFoundDoesNotMeanThatTheToxicIsGone() throws IOException {
        try (RawServer server = RawServer.saying(404, "404 page not found\n")) {
            assertThat(thrownBy(() -> new ToxiproxyControl(server.address(), AMPLE).removeToxic("db", "slow")))
                    .hasMessageContaining("404 page not found");
        }
    }

    @Test
    void aGatewayThatGaveUpDoesNotMeanThatNothingWasDone() throws IOException {
        try (RawServer server = RawServer.saying(503, "<html>timeout</html>")) {
            assertThat(thrownBy(() -> new ToxiproxyControl(server.address(), AMPLE).removeToxic("db", "slow"))
                            .outcome())
                    .isEqualTo(ControlException.Outcome.UNANSWERED);
        }
    }

    private static ControlException thrownBy(ThrowingCallable call) {
        ControlException e = catchThrowableOfType(ControlException.class, call);
        assertThat(e).isNotNull();
        return e;
    }
}
