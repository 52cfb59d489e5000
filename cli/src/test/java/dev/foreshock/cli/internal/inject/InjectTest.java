package dev.foreshock.cli.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.foreshock.cli.internal.console.Background;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.control.ToxiproxyControl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock inject}, on services that the test starts. */
class InjectTest {
    private static final Pattern HASH = Pattern.compile("--plan ([0-9a-f]{16})\n");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    Path directory;

    private final EmbeddedToxiproxy server =
            EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(0));
    private final ToxiproxyControl control =
            new ToxiproxyControl(new ServerAddress("127.0.0.1", server.port()), Duration.ofSeconds(20));
    /** What the health page answers with next; the last one from then on. */
    private final AtomicInteger badAnswers = new AtomicInteger();

    private ServerSocket db;
    private HttpServer health;
    private Map<String, ProxyState> before;
    private Console console;

    @BeforeEach
    void start() throws Exception {
        db = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Background.daemon(() -> {
            while (true) {
                Socket caller = db.accept();
                Background.daemon(() -> caller.getInputStream().transferTo(caller.getOutputStream()));
            }
        });
        health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        health.createContext("/", exchange -> {
            exchange.sendResponseHeaders(badAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 500 : 200, -1);
            exchange.close();
        });
        health.start();
        control.createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:" + db.getLocalPort(), true, List.of()));
        before = control.proxies();
        console = new Console(directory);
        scenario("latency(adds 300ms)", "1s");
        target("environment: staging");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        health.stop(0);
        db.close();
    }

    private void scenario(String does, String lasts) throws IOException {
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
                  slow: { at: +1m, lasts: %s, on: api.db, does: %s }
                gates:
                  served: requests.failed = 0
                """.formatted(lasts, does));
    }

    private void target(String environment) throws IOException {
        Files.writeString(directory.resolve("here.yaml"), """
                foreshock: 1
                semantics: 2026.2
                target: here
                %s
                servers:
                  local: 127.0.0.1:%d
                links:
                  queries: { on: api.db, server: local, proxy: db, to: 127.0.0.1:%d, allowed: yes }
                probes:
                  alive: { get: "http://127.0.0.1:%d/", every: 20ms, within: 20s }
                """.formatted(
                        environment,
                        server.port(),
                        db.getLocalPort(),
                        health.getAddress().getPort()));
    }

    private int inject(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "inject",
                directory.resolve("slow-db.yaml").toString(),
                "--target",
                "here.yaml",
                "--state",
                directory.resolve("state").toString()));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(String[]::new));
    }

    private String reviewed() {
        assertThat(inject("--dry-run")).as(console.err()).isZero();
        Matcher hash = HASH.matcher(console.out());
        assertThat(hash.find()).as(console.out()).isTrue();
        return hash.group(1);
    }

    private void assertUntouched() throws Exception {
        assertThat(control.proxies()).isEqualTo(before);
    }

    private CompletableFuture<Integer> injecting(String hash) {
        return CompletableFuture.supplyAsync(() -> inject("--plan", hash));
    }

    private void await(String text, CompletableFuture<Integer> code) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!console.out().contains(text) && System.nanoTime() < end && !code.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(console.out()).as(console.err()).contains(text);
    }

    private Socket connected() throws IOException {
        String listen = before.get("db").listen();
        Socket caller = new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(listen.substring(listen.indexOf(':') + 1)));
        caller.getOutputStream().write('x');
        assertThat(caller.getInputStream().read()).isEqualTo('x');
        return caller;
    }

    private long roundTripNanos() throws IOException {
        String listen = before.get("db").listen();
        try (Socket caller = new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(listen.substring(listen.indexOf(':') + 1)))) {
            long start = System.nanoTime();
            caller.getOutputStream().write('x');
            assertThat(caller.getInputStream().read()).isEqualTo('x');
            return System.nanoTime() - start;
        }
    }

    @Test
    void aDryRunShowsEveryCallItsUndoWhatIsExpectedAndTouchesNothing() throws Exception {
        reviewed();
        assertThat(console.out())
                .startsWith("plan for slow-db on here (staging), 1s from the first fault to the end of the last\n")
                .contains("0s to 1s  slow: api.db: latency +300ms\n")
                .contains("  strikes: 100% of the connections through proxy 'db' of 127.0.0.1:" + server.port())
                .contains("/changes {\"most_ms\":6000,\"changes\":[{\"proxy\":\"db\",\"toxic\":{\"name\":\"foreshock-")
                .contains("\"type\":\"latency\",\"stream\":\"upstream\",\"toxicity\":1.0,"
                        + "\"attributes\":{\"jitter\":0,\"latency\":300}}}]}\n")
                .contains(
                        "  undoes: curl -X DELETE http://127.0.0.1:" + server.port() + "/proxies/db/toxics/foreshock-")
                .contains("  stands at most 6s, whoever asks for more\n")
                .contains("is not well: alive\n")
                .contains(
                        "stays broken at most 5s250ms after foreshock is killed or hangs: the lease of 5s, which the servers "
                                + "keep, and a moment; also if its guard is killed with it\n")
                .contains("  gate served (= 0): passed\n")
                .contains("nothing was touched");
        assertUntouched();
        assertThat(directory.resolve("state")).doesNotExist();
    }

    @Test
    void aReviewedPlanStrikesTrafficAndIsUndone() throws Exception {
        String hash = reviewed();
        CompletableFuture<Integer> code = injecting(hash);
        await("begins: slow", code);
        assertThat(roundTripNanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(299));
        assertThat(code.get(60, TimeUnit.SECONDS)).as(console.err()).isZero();
        assertThat(console.out())
                .contains("is over: slow", "  touched 1 connection, 1 byte through proxy 'db'\n", "clean");
        assertUntouched();
        assertThat(console.run("heal", "--state", "state")).isZero();
        assertThat(console.out()).startsWith("nothing to heal");
    }

    @Test
    void aFaultThatTouchedNothingMakesTheRunInconclusiveOnceAllIsUndone() throws Exception {
        scenario("latency(adds 300ms)", "100ms");
        assertThat(inject("--plan", reviewed())).isEqualTo(5);
        assertThat(console.err())
                .contains(
                        "foreshock: inconclusive: fault 'slow' touched nothing: no bytes that it could strike came through "
                                + "proxy 'db' of 127.0.0.1:" + server.port()
                                + " while it stood; have callers connect to "
                                + before.get("db").listen() + ", and inject while there is traffic");
        assertThat(console.out()).contains("is over: slow", "  touched nothing: ", "clean");
        assertUntouched();
    }

    @Test
    void aRefusedFaultCutsTheConnectionsThatAreThere() throws Exception {
        scenario("refused", "100ms");
        String hash = reviewed();
        try (Socket caller = connected()) {
            assertThat(inject("--plan", hash)).as(console.err()).isZero();
            assertThat(console.out()).contains("  touched 1 connection, cut when proxy 'db' was turned off\n");
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
        assertUntouched();
    }

    @Test
    void aTargetSaysHowManyConnectionsARunMayTouch() throws Exception {
        target("environment: staging\nconnections: 100");
        reviewed();
        assertThat(console.out())
                .contains("touches at most 100 connections: the server lets all others pass\n")
                .contains("\"ttl_ms\":5000,\"most_connections\":100,");
        scenario("refused", "1s");
        assertThat(inject("--dry-run")).isEqualTo(3);
        assertThat(console.err())
                .contains("'refused' strikes every connection, but the target allows 100 (connections)");
    }

    @Test
    void aPlanThatChangedSinceItsReviewIsRefused() throws Exception {
        String hash = reviewed();
        scenario("latency(adds 301ms)", "1s");
        assertThat(inject("--plan", hash)).isEqualTo(3);
        assertThat(console.err()).contains("no longer the one that was reviewed", hash);
        assertUntouched();
    }

    @Test
    void aProbeThatIsNotWellStopsEverything() throws Exception {
        scenario("latency(adds 300ms)", "60s");
        CompletableFuture<Integer> code = injecting(reviewed());
        await("begins: slow", code);
        badAnswers.set(1);
        assertThat(code.get(60, TimeUnit.SECONDS)).isEqualTo(6);
        assertThat(console.err()).contains("stopped: probe 'alive' answered with 500, not 200");
        assertUntouched();
    }

    @Test
    void anInterruptUndoesEverything() throws Exception {
        scenario("refused", "60s");
        CompletableFuture<Integer> code = injecting(reviewed());
        await("begins: slow", code);
        assertThat(control.proxies().get("db").enabled()).isFalse();
        console.interrupts.stop();
        assertThat(code.get(60, TimeUnit.SECONDS)).isEqualTo(130);
        assertThat(console.out()).contains("clean");
        assertUntouched();
    }

    @Test
    void theKillSwitchStopsARunAndKeepsOthersFromBeginning() throws Exception {
        scenario("lost", "60s");
        String hash = reviewed();
        CompletableFuture<Integer> code = injecting(hash);
        await("begins: slow", code);
        // Whole from the beginning: the run may look at any moment.
        Path stop = Files.move(
                Files.writeString(directory.resolve("state/stop.new"), "users complain\n"),
                directory.resolve("state/stop"));
        assertThat(code.get(60, TimeUnit.SECONDS)).isEqualTo(6);
        assertThat(console.err()).contains("the kill switch", "/stop is there: users complain");
        try (Stream<Path> files = Files.list(directory.resolve("state"))) {
            Path journal = files.filter(file -> file.toString().endsWith(".journal"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(journal)).contains("\"is\":\"ended\"", "/stop is there: users complain\"}");
        }
        assertUntouched();
        assertThat(inject("--plan", hash)).isEqualTo(3);
        assertThat(console.err()).contains("the kill switch " + stop + " is there");
        assertUntouched();
    }

    @Test
    void whereNotAllIsWellBeforeNothingIsInjected() throws Exception {
        String hash = reviewed();
        badAnswers.set(1);
        assertThat(inject("--plan", hash)).isEqualTo(5);
        assertThat(console.err()).contains("not all is well, so nothing was injected: probe 'alive'");
        assertUntouched();
    }

    @Test
    void productionIsRefusedUnlessItIsMeant() throws Exception {
        target("environment: production");
        assertThat(inject("--dry-run")).isEqualTo(3);
        assertThat(console.err()).contains("here is production").contains("--production here");
        assertThat(inject("--dry-run", "--production", "there")).isEqualTo(3);
        assertThat(inject("--dry-run", "--production", "here")).isZero();
        assertThat(console.out()).contains("--production here --plan ");
    }

    @Test
    void aFaultThatTheTargetCannotExpressRefusesThePlan() throws Exception {
        scenario("errors", "1s");
        assertThat(inject("--dry-run")).isEqualTo(3);
        assertThat(console.err())
                .contains(
                        "slow-db cannot be injected on here, so nothing was touched\n  fault 'slow': a proxy sees bytes");
    }

    /** Starts a process in the background, and returns the file with its pid. */
    private Path process(String command) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        return directory.resolve("db.pid");
    }

    private static long pid(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatTheTargetOwnsIsKilledAndStartedAgain() throws Exception {
        String command = "sleep 600 & echo $! > db.pid";
        Path file = process(command);
        try {
            scenario("crash", "1s");
            Path scenario = directory.resolve("slow-db.yaml");
            Files.writeString(scenario, Files.readString(scenario).replace("on: api.db", "on: db"));
            assertThat(inject("--dry-run")).isEqualTo(3);
            assertThat(console.err()).contains("'crash' strikes processes, but the target has none on db");
            Path target = directory.resolve("here.yaml");
            Files.writeString(
                    target,
                    Files.readString(target)
                            + "processes:\n  db: { on: db, pid-file: " + file + ", start: \"" + command
                            + "\", allowed: yes }\n");
            String hash = reviewed();
            long before = pid(file);
            assertThat(console.out())
                    .contains("touches: process " + before + " ('db', " + file + "), started at ")
                    .contains("  does:   this machine SIGKILL to process " + before)
                    .contains("  undoes: cd '" + directory + "' && sh -c '" + command + "'\n")
                    .contains(
                            "  but until foreshock heal is run, if its guard is killed with it, as nothing else mends: "
                                    + "process 'db'\n")
                    .doesNotContain("a disabled proxy");
            assertThat(ProcessHandle.of(before)).isPresent();
            CompletableFuture<Integer> code = injecting(hash);
            assertThat(code.get(60, TimeUnit.SECONDS)).as(console.err()).isZero();
            assertThat(console.out())
                    .contains("begins: slow (db: crash)", "is over: slow", "clean")
                    .contains("  touched process " + before + " ('db', " + file + "), which is gone\n");
            assertThat(pid(file)).isNotEqualTo(before);
            assertThat(ProcessHandle.of(pid(file))).isPresent();
            assertThat(inject("--plan", hash)).as("another process").isEqualTo(3);
            assertUntouched();
        } finally {
            ProcessHandle.of(pid(file)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void whatSomebodyElseInjectedRefusesThePlan() throws Exception {
        String hash = reviewed();
        control.addToxic("db", new ToxicState("theirs", "latency", "upstream", 1, "{\"latency\":1}"));
        before = control.proxies();
        assertThat(inject("--plan", hash)).isEqualTo(3);
        assertThat(console.err()).contains("'theirs', which is not ours to remove");
        assertUntouched();
    }

    @Test
    void aMistakeInTheTargetIsShownInItsLine() throws Exception {
        target("environment: stagng");
        assertThat(inject("--dry-run")).isEqualTo(3);
        assertThat(console.err())
                .contains("here.yaml:4:14", "4 | environment: stagng\n", "^^^^^^ help", "nothing was touched");
    }

    @Test
    void nothingIsInjectedWithoutAReview() throws Exception {
        assertThat(inject()).isEqualTo(2);
        assertThat(inject("--dry-run", "--plan", "0")).isEqualTo(2);
        assertThat(console.err()).contains("either --dry-run");
        assertUntouched();
    }
}
