package dev.foreshock.faults.inject;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.ProbeTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.conformance.ServerUnderTest;
import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import dev.foreshock.faults.conformance.Upstream;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.PlannedFault;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs on real servers, with a guard. Traffic comes at the very moment at which the run says that a fault has begun. */
@EnabledOnOs(OS.LINUX)
class InjectionTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final long MILLI = 1_000_000;

    @TempDir
    private Path state;

    private final Upstream upstream = Upstream.echoing();
    private final List<String> told = new ArrayList<>();
    private final List<Socket> callers = new ArrayList<>();
    private HttpServer page;

    @BeforeEach
    void start() throws Exception {
        page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        page.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket caller : callers) {
            caller.close();
        }
        page.stop(0);
        upstream.close();
    }

    static List<Kind> kinds() {
        return Kind.local();
    }

    private static ToxiproxyControl control(ServerUnderTest server) {
        return new ToxiproxyControl(new ServerAddress("127.0.0.1", server.port()), AMPLE);
    }

    private ProxyState proxy(ServerUnderTest server) throws Exception {
        control(server).createProxy(new ProxyState("db", "127.0.0.1:0", upstream.address(), true, List.of()));
        return control(server).proxies().get("db");
    }

    private static Change latency(String server, int number) {
        return new Change.AddToxic(
                server,
                "db",
                new ToxicState(Change.toxicName("r1", number), "latency", "upstream", 1, "{\"latency\":1}"));
    }

    private static PlannedFault fault(String name, long fromMillis, Change change) {
        return new PlannedFault(
                name, "a fault", fromMillis * MILLI, (fromMillis + 50) * MILLI, List.of(change), List.of(), List.of());
    }

    private Plan plan(ServerUnderTest server, ProxyState proxy, @Nullable Integer connections, PlannedFault... faults)
            throws Exception {
        TargetSpec target = new TargetSpec(
                Environment.TEST,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(
                        "alive",
                        new ProbeTarget(
                                "http://127.0.0.1:" + page.getAddress().getPort() + "/",
                                Duration.ofSeconds(1),
                                AMPLE,
                                200)),
                Duration.ofMinutes(1),
                1,
                connections,
                Duration.ofSeconds(60));
        String address = control(server).address();
        return new Plan(
                "r1",
                "s",
                "t",
                target,
                List.of(faults),
                List.of(new Before(address, List.of(proxy))),
                control(server).keepsLeases() ? List.of(address) : List.of(),
                AMPLE);
    }

    private void call(ProxyState proxy) {
        try {
            Socket caller = new Socket(
                    InetAddress.getLoopbackAddress(),
                    ServerAddress.parse(proxy.listen()).port());
            callers.add(caller);
            caller.setSoTimeout((int) AMPLE.toMillis());
            caller.getOutputStream().write('x');
            assertThat(caller.getInputStream().read()).isEqualTo('x');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome run(Plan plan, Runnable inFirst) {
        return new Injection(plan, state, () -> false, line -> {
                    told.add(line);
                    if (line.startsWith("begins: first")) {
                        inFirst.run();
                    }
                })
                .run();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRunSaysWhatItsFaultTouched(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            ProxyState proxy = proxy(server);
            Plan plan = plan(server, proxy, null, fault("first", 0, latency("127.0.0.1:" + server.port(), 0)));
            Outcome outcome = run(plan, () -> call(proxy));
            assertThat(outcome.kind()).as(outcome.reason()).isEqualTo(Outcome.Kind.DONE);
            assertThat(told)
                    .contains(
                            kind == Kind.EMBEDDED
                                    ? "  touched 1 connection, 1 byte through proxy 'db'"
                                    : "  touched at least 1 connection through proxy 'db', bytes not counted");
            assertThat(control(server).proxies()).isEqualTo(Map.of("db", proxy));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFaultThatSomebodyEndsIsUndoneAtOnceAndTheNextComesAtItsTime(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            ProxyState proxy = proxy(server);
            String address = "127.0.0.1:" + server.port();
            PlannedFault longest = new PlannedFault(
                    "first", "a fault", 0, 50_000 * MILLI, List.of(latency(address, 0)), List.of(), List.of());
            Plan plan = plan(server, proxy, null, longest, fault("second", 100, latency(address, 1)));
            Injection[] injection = new Injection[1];
            injection[0] = new Injection(plan, state, () -> false, line -> {
                told.add(line);
                if (line.startsWith("begins: ")) {
                    call(proxy);
                }
                if (line.startsWith("is over: second")) {
                    injection[0].end("first");
                    injection[0].end("second");
                    injection[0].end("nothing of the kind");
                }
            });
            Outcome outcome = injection[0].run();
            assertThat(outcome.kind()).as(outcome.reason()).isEqualTo(Outcome.Kind.DONE);
            assertThat(told)
                    .filteredOn(line -> line.contains("begins: ") || line.contains("is over: "))
                    .containsExactly(
                            "begins: first (a fault)",
                            "begins: second (a fault)",
                            "is over: second (a fault)",
                            "is over: first (a fault)");
            assertThat(outcome.isLeft()).isFalse();
            assertThat(control(server).proxies()).isEqualTo(Map.of("db", proxy));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRunOfWhichOneFaultTouchedNothingProvesNothingAndIsUndone(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            ProxyState proxy = proxy(server);
            String address = "127.0.0.1:" + server.port();
            Plan plan = plan(
                    server,
                    proxy,
                    null,
                    fault("first", 0, latency(address, 0)),
                    fault("second", 60, new Change.Disable(address, "db")),
                    fault("third", 120, latency(address, 1)));
            Outcome outcome = run(plan, () -> call(proxy));
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNTOUCHED);
            assertThat(outcome.reason())
                    .startsWith("fault 'third' touched nothing: ")
                    .contains("have callers connect to " + proxy.listen())
                    .doesNotContain("'first'", "'second'");
            assertThat(told).contains("is over: third (a fault)");
            assertThat(told)
                    .filteredOn(line -> line.startsWith("  touched 1 connection, "))
                    .as("the connection was still open when the proxy was turned off")
                    .isNotEmpty();
            assertThat(outcome.isLeft()).isFalse();
            assertThat(control(server).proxies()).isEqualTo(Map.of("db", proxy));
        }
    }

    @Test
    void aRunTouchesNoMoreConnectionsThanItsTargetAllowsOverAllOfItsFaults() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            ProxyState proxy = proxy(server);
            String address = "127.0.0.1:" + server.port();
            Plan plan = plan(
                    server, proxy, 2, fault("first", 0, latency(address, 0)), fault("second", 60, latency(address, 1)));
            Outcome outcome = run(plan, () -> {
                for (int i = 0; i < 5; i++) {
                    call(proxy);
                }
                for (Socket caller : callers.subList(0, 2)) {
                    closed(caller);
                }
            });
            assertThat(told).contains("  touched 2 connections, 2 bytes through proxy 'db'");
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNTOUCHED);
            assertThat(outcome.reason())
                    .as("both places are taken by connections that are gone")
                    .startsWith("fault 'second' touched nothing")
                    .contains("earlier faults have used up the connections that the target allows");
        }
    }

    private static void closed(Socket caller) {
        try {
            caller.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
