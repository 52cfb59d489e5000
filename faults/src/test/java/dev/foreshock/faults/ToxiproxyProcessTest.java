package dev.foreshock.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.internal.fork.JavaFork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server in a process of its own, which is killed. */
class ToxiproxyProcessTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ServerSocket service;
    private ToxiproxyProcess server;

    ToxiproxyProcessTest() throws IOException {
        service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread greeter = new Thread(() -> {
            while (!service.isClosed()) {
                try (Socket client = service.accept()) {
                    client.getOutputStream().write("hello".getBytes(US_ASCII));
                } catch (IOException e) {
                    // the next one
                }
            }
        });
        greeter.setDaemon(true);
        greeter.start();
    }

    private void start() {
        server = ToxiproxyProcess.start(
                ToxiproxyOptions.seeded(1).onPort(0), "[" + proxy("db", true) + "," + proxy("spare", false) + "]");
    }

    private String proxy(String name, boolean enabled) {
        return "{\"name\":\"" + name + "\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:"
                + service.getLocalPort() + "\",\"enabled\":" + enabled + "}";
    }

    private ToxiproxyControl control() {
        return new ToxiproxyControl(ServerAddress.parse("127.0.0.1:" + server.port()), Duration.ofSeconds(20));
    }

    /** What comes of a connection to the proxy; nothing where it is refused or cut. */
    private static String greeting(ServerAddress proxy) {
        try (Socket client = new Socket()) {
            client.connect(new InetSocketAddress(proxy.host(), proxy.port()), 20_000);
            client.setSoTimeout(1_000);
            return new String(client.getInputStream().readAllBytes(), US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean isOpen(int port) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return client.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Kills whoever serves as soon as somebody stands by, and waits until connections pass again. */
    private void kill(ServerAddress proxy) throws Exception {
        ProcessHandle standby = server.standby();
        server.serving().destroyForcibly();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!greeting(proxy).equals("hello") && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(greeting(proxy)).isEqualTo("hello");
        while (!server.serving().equals(standby) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(server.serving()).isEqualTo(standby);
    }

    @Test
    void killedItIsReplacedByOneThatPassesEverythingThroughAndThatByAnother() throws Exception {
        start();
        Map<String, ProxyState> atRest = control().proxies();
        ServerAddress db = ServerAddress.parse(atRest.get("db").listen());
        int port = server.port();
        control().addToxic("db", new ToxicState("t", "timeout", "downstream", 1, "{\"timeout\":0}"));
        assertThat(greeting(db)).isEmpty();
        kill(db);
        assertThat(server.port()).isEqualTo(port);
        assertThat(control().proxies()).isEqualTo(atRest);

        LeaseTerms opening = LeaseTerms.opening("l", Duration.ofMinutes(1), LeaseTerms.ALL);
        control().under(opening).createProxy(new ProxyState("fence", "127.0.0.1:0", "x.invalid:1", false, List.of()));
        control().under(LeaseTerms.under("l", Duration.ofMinutes(1))).setEnabled("db", false);
        control().setEnabled("db", false);
        assertThat(greeting(db)).isEmpty();
        kill(db);
        assertThat(control().proxies()).isEqualTo(atRest);
        assertThatThrownBy(() -> control().renew("l", Duration.ofMinutes(1))).hasMessageContaining("lease not found");
    }

    @Test
    void closedItLeavesNobodyAndFreesItsPorts() throws Exception {
        start();
        int port = server.port();
        ServerAddress db = ServerAddress.parse(control().proxies().get("db").listen());
        ProcessHandle standby = server.standby();
        server.close();
        CompletableFuture.allOf(server.serving().onExit(), standby.onExit()).get(60, TimeUnit.SECONDS);
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        new ServerSocket(db.port(), 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void whereItsOwnerIsKilledItMendsWhatIsBrokenAndStaysForThoseWhoAreConnected() throws Exception {
        try (ServerSocket echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process owner = JavaFork.of(List.of(), Owner.class.getName(), List.of(String.valueOf(echo.getLocalPort())))
                    .start();
            int port = Integer.parseInt(owner.inputReader().readLine());
            ToxiproxyControl control =
                    new ToxiproxyControl(ServerAddress.parse("127.0.0.1:" + port), Duration.ofSeconds(20));
            control.addToxic("db", new ToxicState("t", "latency", "downstream", 1, "{\"latency\":1}"));
            ServerAddress db = ServerAddress.parse(control.proxies().get("db").listen());
            long end = System.nanoTime() + PATIENCE_NANOS;
            try (Socket client = new Socket(db.host(), db.port());
                    Socket behind = echo.accept()) {
                owner.destroyForcibly().onExit().join();
                while (!control.proxies().get("db").toxics().isEmpty() && System.nanoTime() < end) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
                assertThat(control.proxies().get("db").toxics()).isEmpty();
                behind.getOutputStream().write('x');
                assertThat(client.getInputStream().read()).isEqualTo('x');
            }
            // The proxy is asked only once the control port is closed: whoever connects keeps the server.
            while ((isOpen(port) || isOpen(db.port())) && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            assertThat(isOpen(port)).isFalse();
            assertThat(isOpen(db.port())).isFalse();
        }
    }

    @Test
    void anotherStandsByWhereTheStandbyDies() throws Exception {
        start();
        ProcessHandle first = server.standby();
        first.destroyForcibly();
        first.onExit().join();
        assertThat(server.standby()).isNotEqualTo(first);
        assertThat(server.serving().isAlive()).isTrue();
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        assertThatThrownBy(
                        () -> ToxiproxyProcess.start(ToxiproxyOptions.seeded(1).onPort(service.getLocalPort())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the Toxiproxy server must start, but ")
                .hasMessageContaining("in use");
    }

    @Test
    void aProxyThatCannotStartIsSaid() {
        assertThatThrownBy(
                        () -> ToxiproxyProcess.start(ToxiproxyOptions.seeded(1).onPort(0), "[{\"name\":\"db\"}]"))
                .hasMessageContaining("missing required field: upstream at proxy 1");
    }

    @AfterEach
    void end() throws IOException {
        if (server != null) {
            server.close();
        }
        service.close();
    }
}
