package dev.foreshock.cli.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.foreshock.cli.internal.console.Background;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock inject} where nothing runs but the services: it starts the server that is between them, and ends it. */
class InjectOwnServerTest {
    private static final Pattern HASH = Pattern.compile("--plan ([0-9a-f]{16})\n");

    @TempDir
    Path directory;

    private ServerSocket db;
    private HttpServer health;
    private Console console;
    private int control;
    private int listen;
    private volatile boolean isCalling = true;

    @BeforeEach
    void start() throws Exception {
        db = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        control = freePort();
        listen = freePort();
        Background.daemon(() -> {
            while (!db.isClosed()) {
                try (Socket caller = db.accept()) {
                    caller.getInputStream().read();
                    caller.getOutputStream().write('x');
                }
            }
        });
        // A caller that comes back, as long as the proxy is there.
        Background.daemon(() -> {
            while (isCalling) {
                try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), listen)) {
                    caller.getOutputStream().write('q');
                    caller.getInputStream().read();
                } catch (IOException e) {
                    // not there yet, or no more
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        });
        health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        health.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        health.start();
        console = new Console(directory);
        Files.writeString(directory.resolve("slow-db.yaml"), """
                foreshock: 1
                semantics: 2026.2
                scenario: slow-db
                clock: 2026-01-01T00:00Z .. +2m
                components:
                  api: { is: server, workers: 10, work: 1ms, calls: { db: { timeout: 1s } } }
                  db: { is: server, workers: 10, work: 1ms }
                users:
                  client: { enters: api, visit: { pages: 1, think: 1s } }
                traffic:
                  client: { usual: 20/s }
                faults:
                  slow: { at: +1m, lasts: 1s, on: api.db, does: latency(adds 20ms) }
                """);
    }

    @AfterEach
    void stop() throws IOException {
        isCalling = false;
        health.stop(0);
        db.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return port.getLocalPort();
        }
    }

    private void target(String server, String more) throws IOException {
        Files.writeString(directory.resolve("here.yaml"), """
                foreshock: 1
                semantics: 2026.2
                target: here
                environment: test
                servers:
                  local: %s
                links:
                  queries: { on: api.db, server: local, proxy: db, to: 127.0.0.1:%d%s, allowed: yes }
                probes:
                  alive: { get: "http://127.0.0.1:%d/", every: 20ms, within: 20s }
                """.formatted(
                        server, db.getLocalPort(), more, health.getAddress().getPort()));
    }

    private int inject(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "inject",
                directory.resolve("slow-db.yaml").toString(),
                "--target",
                "here.yaml",
                "--state",
                directory.resolve("state").toString()));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(String[]::new));
    }

    private boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theServerIsStartedForThePlanAndForTheRunAndEndsWithEach() throws Exception {
        target("{ address: 127.0.0.1:" + control + ", starts: yes }", ", listen: 127.0.0.1:" + listen);
        assertThat(inject("--dry-run")).as(console.err()).isZero();
        assertThat(console.err()).contains("started server 'local' at 127.0.0.1:" + control + ": process ");
        assertThat(isFree(control)).isTrue();
        Matcher hash = HASH.matcher(console.out());
        assertThat(hash.find()).isTrue();
        assertThat(inject("--plan", hash.group(1))).as(console.err()).isZero();
        assertThat(console.out()).contains("begins: slow", "touched ", "clean: ");
        assertThat(isFree(control)).isTrue();
    }

    @Test
    void aPortThatSomebodyElseHasIsSaidAndNothingIsTouched() throws Exception {
        target("{ address: 127.0.0.1:" + db.getLocalPort() + ", starts: yes }", ", listen: 127.0.0.1:" + listen);
        assertThat(inject("--dry-run")).isEqualTo(3);
        assertThat(console.err())
                .contains("server 'local' of the target could not be started", "in use", "nothing was touched");
    }

    @Test
    void aServerThatARunStartsIsHereAndItsLinksSayWhereTheyListen() throws Exception {
        target("{ address: 192.0.2.1:8474, starts: yes }", "");
        assertThat(inject("--dry-run")).isEqualTo(3);
        assertThat(console.err())
                .contains(
                        "a server that a run starts must be at 127.0.0.1 or localhost, but was at 192.0.2.1:8474",
                        "a link by a server that a run starts must say where its proxy listens, but does not");
        target("127.0.0.1:" + control, ", listen: 127.0.0.1:" + listen);
        assertThat(inject("--dry-run")).isEqualTo(3);
        assertThat(console.err()).contains("where a proxy listens is said by its server, which no run starts");
    }
}
