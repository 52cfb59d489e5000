package dev.foreshock.cli.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.foreshock.cli.internal.console.Background;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/how-to/inject-safely.md}: the run that it carries out, under traffic and with a fault of a second. */
class InjectPageRunTest {
    private static final Pattern HASH = Pattern.compile("--plan ([0-9a-f]{16})\n");

    @TempDir
    Path directory;

    private final EmbeddedToxiproxy server =
            EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(0));
    private final ToxiproxyControl control =
            new ToxiproxyControl(new ServerAddress("127.0.0.1", server.port()), Duration.ofSeconds(20));
    private ServerSocket db;
    private HttpServer page;
    private Map<String, ProxyState> before;

    @BeforeEach
    void start() throws Exception {
        db = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Background.daemon(() -> {
            while (true) {
                try (Socket caller = db.accept()) {
                    caller.getInputStream().read();
                    caller.getOutputStream().write('a');
                }
            }
        });
        page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        page.start();
        control.createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:" + db.getLocalPort(), true, List.of()));
        before = control.proxies();
        int port = ServerAddress.parse(before.get("db").listen()).port();
        Background.daemon(() -> {
            while (true) {
                try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    caller.getOutputStream().write('q');
                    caller.getInputStream().read();
                }
            }
        });
        List<String> blocks = InjectPageTest.blocks();
        Files.writeString(directory.resolve("slow-db.yaml"), blocks.get(0).replace("lasts: 30s", "lasts: 1s"));
        Files.writeString(
                directory.resolve("staging.yaml"),
                blocks.get(1)
                        .replace("127.0.0.1:8474", "127.0.0.1:" + server.port())
                        .replace("127.0.0.1:5432", "127.0.0.1:" + db.getLocalPort())
                        .replace(
                                "127.0.0.1:8080",
                                page.getAddress().getHostString() + ":"
                                        + page.getAddress().getPort())
                        // A busy machine must not end the run of a test.
                        .replace("within: 500ms", "within: 20s")
                        .replace("lease: 5s", "lease: 60s"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        page.stop(0);
        db.close();
    }

    private String run(String... command) {
        Console console = new Console(directory);
        assertThat(console.run(command)).as(console.err()).isZero();
        return console.out();
    }

    /** Returns what a run says without what is another each time. */
    private static String masked(String text) {
        return text.replaceAll("run [0-9a-f]{10}", "run RUN")
                .replaceAll("process \\d+", "process PID")
                .replaceAll("touched \\d+ connections, [0-9.]+ (B|bytes|kB|MB)", "touched TRAFFIC")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "ADDRESS");
    }

    @Test
    void theRunOfThePageSaysWhatThePageShowsAndNothingIsLeftToHeal() throws Exception {
        String scenario = directory.resolve("slow-db.yaml").toString();
        String state = directory.resolve("state").toString();
        Matcher hash = HASH.matcher(run("inject", scenario, "--target", "staging.yaml", "--state", state, "--dry-run"));
        assertThat(hash.find()).isTrue();
        String told = run("inject", scenario, "--target", "staging.yaml", "--state", state, "--plan", hash.group(1));
        List<String> blocks = InjectPageTest.blocks();
        int command = blocks.indexOf(blocks.stream()
                .filter(block -> block.contains("--plan") && block.startsWith("./foreshock inject"))
                .findFirst()
                .orElseThrow());
        assertThat(masked(told)).isEqualTo(masked(blocks.get(command + 1)));
        assertThat(control.proxies()).isEqualTo(before);
        assertThat(run("heal", "--state", state)).startsWith("nothing to heal");
    }
}
