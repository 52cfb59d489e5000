package dev.foreshock.faults.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foreshock.faults.conformance.ServerUnderTest;
import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.heal.Healing;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real processes that are killed and stopped while real servers are broken. */
class GuardedRunTest {
    private static final long LONG_LEASE = TimeUnit.MINUTES.toNanos(2);
    /** Long enough for a busy machine to renew it. */
    private static final long SHORT_LEASE_MILLIS = 6000;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path state;

    static List<Kind> kinds() {
        return Kind.local();
    }

    private static Map<String, ProxyState> twoProxies(ServerUnderTest server) throws Exception {
        ToxiproxyControl control = Injector.control(server.port());
        control.createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:1", true, List.of()));
        control.createProxy(new ProxyState("cache", "127.0.0.1:0", "127.0.0.1:1", true, List.of()));
        return control.proxies();
    }

    private static void assertBroken(ServerUnderTest server) throws Exception {
        Map<String, ProxyState> now = Injector.control(server.port()).proxies();
        assertThat(now).containsKey("foreshock-fence");
        assertThat(now.get("db").toxics()).hasSize(1);
        assertThat(now.get("cache").enabled()).isFalse();
    }

    private static void awaitState(ServerUnderTest server, Map<String, ProxyState> wanted) throws Exception {
        ToxiproxyControl control = Injector.control(server.port());
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!control.proxies().equals(wanted) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(control.proxies()).isEqualTo(wanted);
    }

    /** An injector that has broken everything, and its guard. */
    private record Running(Process injector, long guard, BufferedReader said) implements AutoCloseable {
        static Running start(ServerUnderTest server, long leaseMillis, Path state) throws Exception {
            Process process = Java.start(
                    Injector.class, String.valueOf(server.port()), "r1", String.valueOf(leaseMillis), state.toString());
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            assertThat(line).startsWith("broken ");
            return new Running(process, Long.parseLong(line.substring("broken ".length())), said);
        }

        void killGuard() {
            ProcessHandle.of(guard).ifPresent(ProcessHandle::destroyForcibly);
        }

        @Override
        public void close() {
            killGuard();
            injector.destroyForcibly().onExit().join();
        }
    }

    static List<Kind> kindsAndContainers() {
        return Kind.wanted();
    }

    @ParameterizedTest
    @MethodSource("kindsAndContainers")
    void aServerIsBrokenAndMendedAsOrdered(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            try (GuardedRun run = GuardedRun.start(Injector.assignment(server.port(), "r1", LONG_LEASE), state)) {
                run.apply(0);
                run.apply(1);
                assertBroken(server);
                assertThat(Healing.in(state, Duration.ofSeconds(20)).heal("r1"))
                        .as("a run that is alive is not healed")
                        .isEmpty();
                run.undo(0);
                assertThat(Injector.control(server.port()).proxies().get("db").toxics())
                        .isEmpty();
                Ending ending = run.end("the test is over");
                assertThat(ending.isAsked()).isTrue();
                assertThat(ending.healed().isClean()).isTrue();
            }
            assertThat(Injector.control(server.port()).proxies()).isEqualTo(before);
            assertThat(Healing.in(state, Duration.ofSeconds(20)).unfinished()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whenTheInjectorIsKilledItsGuardUndoesEverything(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            try (Running running = Running.start(server, TimeUnit.NANOSECONDS.toMillis(LONG_LEASE), state)) {
                assertBroken(server);
                running.injector().destroyForcibly();
                awaitState(server, before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whenTheInjectorIsStoppedItsGuardUndoesEverythingAtTheEndOfTheLease(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            try (Running running = Running.start(server, SHORT_LEASE_MILLIS, state)) {
                assertBroken(server);
                Java.signal("STOP", running.injector().pid());
                awaitState(server, before);
                Java.signal("CONT", running.injector().pid());
                assertThat(running.said().readLine())
                        .contains("nobody renewed the lease of " + SHORT_LEASE_MILLIS + " ms", "residues=[]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whenTheGuardIsKilledTheInjectorUndoesEverything(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            try (Running running = Running.start(server, TimeUnit.NANOSECONDS.toMillis(LONG_LEASE), state)) {
                running.killGuard();
                assertThat(running.said().readLine()).contains("the guard died", "residues=[]");
                assertThat(Injector.control(server.port()).proxies()).isEqualTo(before);
            }
        }
    }

    @Test
    void whenTheGuardIsStoppedTheInjectorKillsItAndUndoesEverything() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            try (Running running = Running.start(server, SHORT_LEASE_MILLIS, state)) {
                Java.signal("STOP", running.guard());
                assertThat(running.said().readLine()).contains("the guard died", "residues=[]");
                assertThat(Injector.control(server.port()).proxies()).isEqualTo(before);
            }
        }
    }

    @Test
    void aGuardThatIsToldToEndUndoesEverythingFirst() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            try (Running running = Running.start(server, TimeUnit.NANOSECONDS.toMillis(LONG_LEASE), state)) {
                Java.signal("TERM", running.guard());
                assertThat(running.said().readLine()).contains("the guard was told to end", "residues=[]");
                assertThat(Injector.control(server.port()).proxies()).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whenBothAreKilledTheJournalHeals(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            try (Running running = Running.start(server, TimeUnit.NANOSECONDS.toMillis(LONG_LEASE), state)) {
                // Stopped first, so that it cannot heal in the moment in which it is alone.
                Java.signal("STOP", running.guard());
                running.injector().destroyForcibly().onExit().join();
                running.killGuard();
                ProcessHandle.of(running.guard())
                        .ifPresent(guard -> guard.onExit().join());
            }
            assertBroken(server);
            Healing healing = Healing.in(state, Duration.ofSeconds(20));
            assertThat(healing.unfinished()).containsExactly("r1");
            Healed healed = healing.heal("r1").orElseThrow();
            assertThat(healed.isClean()).isTrue();
            assertThat(healed.undone()).hasSize(3);
            assertThat(Injector.control(server.port()).proxies()).isEqualTo(before);
            assertThat(healing.unfinished()).isEmpty();
        }
    }

    @Test
    void aServerThatIsGoneIsNoCleanStateUntilAPersonSaysSo() throws Exception {
        ServerUnderTest server = Kind.EMBEDDED.start();
        twoProxies(server);
        GuardedRun run = GuardedRun.start(Injector.assignment(server.port(), "r1", LONG_LEASE), state);
        run.apply(0);
        server.close();
        Ending ending =
                catchThrowableOfType(RunOverException.class, () -> run.apply(1)).ending();
        assertThat(ending.healed().residues()).isNotEmpty();
        Healing healing = Healing.in(state, Duration.ofSeconds(20));
        assertThat(healing.heal("r1").orElseThrow().isClean()).isFalse();
        assertThat(healing.accept("r1", "the machine is switched off")).isTrue();
        assertThat(healing.unfinished()).isEmpty();
    }

    @Test
    void aSecondRunOnTheSameServerIsRefused() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            twoProxies(server);
            Assignment second = Injector.assignment(server.port(), "r2", LONG_LEASE);
            try (GuardedRun run = GuardedRun.start(Injector.assignment(server.port(), "r1", LONG_LEASE), state)) {
                run.apply(0);
                UnfitException refused =
                        catchThrowableOfType(UnfitException.class, () -> GuardedRun.start(second, state));
                assertThat(refused).hasMessageContaining("must be as it was when the plan was made");
                run.undo(0);
                RunOverException over =
                        catchThrowableOfType(RunOverException.class, () -> GuardedRun.start(second, state));
                assertThat(over.ending().reason()).contains("another run has");
                assertThat(over.ending().healed().isClean()).isTrue();
                assertThat(Injector.control(server.port()).proxies()).containsKey("foreshock-fence");
            }
        }
    }
}
