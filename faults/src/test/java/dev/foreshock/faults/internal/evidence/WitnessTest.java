package dev.foreshock.faults.internal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.conformance.ServerUnderTest;
import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import dev.foreshock.faults.conformance.Upstream;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.internal.evidence.Finding.Nothing;
import dev.foreshock.faults.internal.evidence.Finding.Touched;
import dev.foreshock.faults.internal.evidence.Finding.Unknown;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.PlannedFault;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.MemoryServer;
import dev.foreshock.faults.undo.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found of faults on real servers, with and without traffic. */
@EnabledOnOs(OS.LINUX)
class WitnessTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    static List<Kind> kinds() {
        return Kind.local();
    }

    private static TargetSpec target() {
        return new TargetSpec(
                Environment.TEST,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Duration.ofMinutes(1),
                1,
                null,
                Duration.ofSeconds(5));
    }

    private static Plan plan(Before before, boolean keepsLeases, Change... changes) {
        PlannedFault fault = new PlannedFault("f", "a fault", 0, 1, List.of(changes), List.of(), List.of());
        return new Plan(
                "r1",
                "s",
                "t",
                target(),
                List.of(fault),
                List.of(before),
                keepsLeases ? List.of(before.server()) : List.of(),
                AMPLE);
    }

    private static Change latency(String server, String stream, int number) {
        return new Change.AddToxic(
                server, "db", new ToxicState(Change.toxicName("r1", number), "latency", stream, 1, "{\"latency\":1}"));
    }

    /** A server with a proxy in front of an echo, and a fault on it. */
    private static final class Scene implements AutoCloseable {
        private final ServerUnderTest server;
        private final Upstream upstream = Upstream.echoing();
        private final Reach reach = Reach.network(AMPLE);
        private final ToxicControl control;
        private final Plan plan;
        private final Witness witness;
        private final String listen;

        private Scene(ServerUnderTest server, boolean isCut) throws Exception {
            this.server = server;
            String address = "127.0.0.1:" + server.port();
            control = reach.server(address);
            control.createProxy(new ProxyState("db", "127.0.0.1:0", upstream.address(), true, List.of()));
            ProxyState proxy = control.proxies().get("db");
            listen = proxy.listen();
            Change[] changes = isCut
                    ? new Change[] {new Change.Disable(address, "db")}
                    : new Change[] {latency(address, "upstream", 0), latency(address, "downstream", 1)};
            plan = plan(new Before(address, List.of(proxy)), control.keepsLeases(), changes);
            witness = new Witness(plan, reach);
        }

        void begin() throws Exception {
            witness.begin(plan.faults().get(0));
            for (Change change : plan.faults().get(0).changes()) {
                change.apply(reach);
            }
        }

        Finding end() {
            return witness.end(plan.faults().get(0));
        }

        Socket caller() throws Exception {
            Socket caller = new Socket(
                    InetAddress.getLoopbackAddress(), Integer.parseInt(listen.substring(listen.indexOf(':') + 1)));
            caller.setSoTimeout((int) AMPLE.toMillis());
            caller.getOutputStream().write('x');
            assertThat(caller.getInputStream().read()).isEqualTo('x');
            return caller;
        }

        /** Waits until the server has found out that its callers are gone. */
        void awaitNobody() {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (isAnybodyThere() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(isAnybodyThere()).isFalse();
        }

        private boolean isAnybodyThere() {
            try {
                return control.counts("db").map(counts -> counts.open() > 0).orElse(false)
                        || KernelSockets.connectedTo(listen)
                                .map(peers -> !peers.isEmpty())
                                .orElse(false);
            } catch (ControlException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            upstream.close();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void toxicsThatTrafficWentThroughTouchedIt(Kind kind) throws Exception {
        try (Scene scene = new Scene(kind.start(), false)) {
            scene.begin();
            try (Socket one = scene.caller();
                    Socket two = scene.caller()) {
                assertThat(one.isConnected() && two.isConnected()).isTrue();
                Finding finding = scene.end();
                assertThat(finding).isInstanceOf(Touched.class);
                assertThat(finding.text())
                        .isEqualTo(
                                kind == Kind.EMBEDDED
                                        ? "at least 2 connections, 4 bytes through proxy 'db'"
                                        : "at least 2 connections through proxy 'db', bytes not counted");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void trafficBeforeToxicsIsNoEvidenceOfThem(Kind kind) throws Exception {
        try (Scene scene = new Scene(kind.start(), false)) {
            scene.caller().close();
            scene.witness.glance();
            scene.awaitNobody();
            scene.begin();
            scene.witness.glance();
            Finding finding = scene.end();
            assertThat(finding).isInstanceOf(Nothing.class);
            assertThat(finding.text()).contains("proxy 'db'", "have callers connect to " + scene.listen);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aProxyThatIsTurnedOffTouchesTheConnectionsThatWereOpen(Kind kind) throws Exception {
        try (Scene scene = new Scene(kind.start(), true);
                Socket caller = scene.caller()) {
            assertThat(caller.isConnected()).isTrue();
            scene.begin();
            Finding finding = scene.end();
            assertThat(finding).isInstanceOf(Touched.class);
            assertThat(finding.text())
                    .isEqualTo(
                            kind == Kind.EMBEDDED
                                    ? "1 connection, cut when proxy 'db' was turned off"
                                    : "1 connection, open when proxy 'db' was turned off");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whereNothingWasOpenTrafficEarlierInTheRunIsSaidToBeTheEvidence(Kind kind) throws Exception {
        try (Scene scene = new Scene(kind.start(), true)) {
            try (Socket caller = scene.caller()) {
                assertThat(caller.isConnected()).isTrue();
                scene.witness.glance();
            }
            scene.awaitNobody();
            scene.begin();
            Finding finding = scene.end();
            assertThat(finding).isInstanceOf(Touched.class);
            assertThat(finding.text()).startsWith("no open connection, but").contains("1 connection", "earlier");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aProxyThatNobodyCameToTouchesNothingWhenItIsTurnedOff(Kind kind) throws Exception {
        try (Scene scene = new Scene(kind.start(), true)) {
            scene.begin();
            assertThat(scene.end()).isInstanceOf(Nothing.class);
        }
    }

    @Test
    void aStockServerThatMeasuresTellsTheBytesOfConnectionsThatEnded() throws Exception {
        assumeTrue(Kind.wanted().contains(Kind.STOCK), "FORESHOCK_TOXIPROXY names no stock server");
        try (Scene scene = new Scene(Kind.startMeasuring(), false)) {
            scene.caller().close();
            // Once the first has ended its bytes are measured, and are none of the fault's.
            awaitReceived(scene.control, 2);
            scene.begin();
            scene.caller().close();
            awaitReceived(scene.control, 4);
            assertThat(scene.end())
                    .isInstanceOf(Touched.class)
                    .satisfies(finding -> assertThat(finding.text()).contains("2 bytes on those that ended"));
        }
    }

    private static void awaitReceived(ToxicControl control, long bytes) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (control.received("db").orElse(0) < bytes && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(control.received("db")).hasValue(bytes);
    }

    @Test
    void whatAToxicThatIsGoneHasStruckIsUnknown() throws Exception {
        try (Scene scene = new Scene(Kind.EMBEDDED.start(), false)) {
            scene.begin();
            try (Socket caller = scene.caller()) {
                assertThat(caller.isConnected()).isTrue();
                scene.control.removeToxic("db", Change.toxicName("r1", 1));
                assertThat(scene.end()).isInstanceOf(Unknown.class);
            }
        }
    }

    @Test
    void whatAServerElsewhereStruckThatDoesNotCountIsUnknown() {
        MemoryServer server = new MemoryServer("192.0.2.1:8474", MemoryServer.proxy("db"));
        Before before = new Before(server.address(), List.of(MemoryServer.proxy("db")));
        Plan plan = plan(before, false, latency(server.address(), "upstream", 0));
        Witness witness = new Witness(plan, address -> server);
        witness.begin(plan.faults().get(0));
        Finding finding = witness.end(plan.faults().get(0));
        assertThat(finding).isInstanceOf(Unknown.class);
        assertThat(finding.text()).contains("use foreshock toxiproxy");
    }
}
