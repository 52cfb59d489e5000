package dev.foreshock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The process that runs the tests dies in the middle of one, alone or with its guard; the server goes on. */
@EnabledOnOs(OS.LINUX)
class CrashOfTestsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;

    /** One port for all: a field with RealFaults is made once. */
    private static final int PORT = freePort();

    private static final String SERVER = "127.0.0.1:" + PORT;

    @TempDir
    private static Path state;

    static class After {
        @RegisterExtension
        static final RealFaults faults = RealFaults.on(SERVER).state(state).proxy("db");

        @Test
        void isWhole() {
            assertThat(faults.address("db")).isNotEmpty();
        }
    }

    /** Tests that have broken the proxy, and their guard. */
    private record Running(Process tests, ProcessHandle guard) implements AutoCloseable {
        static Running start() throws IOException {
            Process tests = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashingMain.class.getName(),
                            SERVER,
                            state.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = tests.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            assertThat(line).startsWith("broken ");
            long guard = Long.parseLong(line.substring("broken ".length()));
            return new Running(tests, ProcessHandle.of(guard).orElseThrow());
        }

        void signalGuard(String signal) throws IOException, InterruptedException {
            // The shell's own, as not every system has a command of that name.
            assertThat(new ProcessBuilder("sh", "-c", "kill -" + signal + " " + guard.pid())
                            .start()
                            .waitFor())
                    .isZero();
        }

        @Override
        public void close() {
            tests.destroyForcibly().onExit().join();
            guard.destroyForcibly();
            guard.onExit().join();
        }
    }

    private static ToxiproxyControl control() {
        return new ToxiproxyControl(ServerAddress.parse(SERVER), PATIENCE);
    }

    private static boolean isWhole() throws ControlException {
        return control().proxies().get("db").enabled();
    }

    private static List<String> unfinished() throws IOException {
        return Healing.in(state, PATIENCE).unfinished();
    }

    private static void assertNextClassHeals() throws Exception {
        assertThat(unfinished()).hasSize(1);
        Kit next = Kit.run(After.class);
        assertThat(next.passed()).isEqualTo(1);
        assertThat(next.reported().get("healed")).contains("which died: clean");
        assertThat(isWhole()).isTrue();
        assertThat(unfinished()).isEmpty();
    }

    private static void breakAndKillBoth() throws Exception {
        try (Running running = Running.start()) {
            assertThat(isWhole()).isFalse();
            running.signalGuard("STOP"); // so that it does not undo while this one is being killed
        }
    }

    private static void withProxy() throws ControlException {
        control().createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:9", true, List.of()));
    }

    @Test
    void theGuardUndoesWhatTestsThatDiedHaveBroken() throws Exception {
        try (EmbeddedToxiproxy embedded = start()) {
            assertThat(embedded.port()).isEqualTo(PORT);
            try (Running running = Running.start()) {
                assertThat(isWhole()).isFalse();
                running.tests().destroyForcibly().onExit().join();
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (!unfinished().isEmpty() && System.nanoTime() < end) {
                    LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
                }
            }
            assertThat(unfinished()).isEmpty();
            assertThat(isWhole()).isTrue();
        }
    }

    @Test
    void theNextClassHealsAnEmbeddedServerWhereTheGuardDiedToo() throws Exception {
        try (EmbeddedToxiproxy embedded = start()) {
            assertThat(embedded.port()).isEqualTo(PORT);
            breakAndKillBoth();
            assertNextClassHeals();
        }
    }

    private static EmbeddedToxiproxy start() throws ControlException {
        EmbeddedToxiproxy embedded =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(PORT));
        withProxy();
        return embedded;
    }

    /** It keeps no leases, so that what is broken stays so until somebody heals. */
    @Test
    void theNextClassHealsAStockServerWhereTheGuardDiedToo() throws Exception {
        String binary = System.getenv().getOrDefault("FORESHOCK_TOXIPROXY", "");
        assumeTrue(!binary.isEmpty() || isRequired(), "FORESHOCK_TOXIPROXY names no stock server");
        Process stock = new ProcessBuilder(binary, "-host", "127.0.0.1", "-port", String.valueOf(PORT))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitAnswer(stock);
            withProxy();
            breakAndKillBoth();
            assertThat(isWhole()).isFalse();
            assertNextClassHeals();
        } finally {
            stock.destroyForcibly().onExit().join();
        }
    }

    /** Everything is, where nobody has said that it is missing. */
    private static boolean isRequired() {
        return System.getenv("FORESHOCK_REQUIRE_ALL") != null
                && !List.of(System.getenv()
                                .getOrDefault("FORESHOCK_MISSING", "")
                                .split(" ", -1))
                        .contains("toxiproxy");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitAnswer(Process process) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                control().proxies();
                return;
            } catch (ControlException e) {
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        }
        throw new AssertionError("the stock server does not answer at " + SERVER);
    }
}
