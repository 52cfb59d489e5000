package dev.foreshock.faults.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healing;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Injector, guard and server are processes of their own. Nobody is left who could undo anything, but the server. */
class LeaseExpiryTest {
    /** Long enough for a busy machine to renew it. */
    private static final String LEASE_MILLIS = "5000";

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path state;

    private Process server;
    private Process injector;
    private ProcessHandle guard;
    private ToxiproxyControl control;
    private Map<String, ProxyState> before;

    @BeforeEach
    void breakEverything() throws Exception {
        server = Java.start(ServerMain.class);
        BufferedReader port = server.inputReader(StandardCharsets.UTF_8);
        control = Injector.control(Integer.parseInt(port.readLine()));
        control.createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:1", true, List.of()));
        control.createProxy(new ProxyState("cache", "127.0.0.1:0", "127.0.0.1:1", true, List.of()));
        before = control.proxies();
        injector = Java.start(
                Injector.class,
                control.address().substring("127.0.0.1:".length()),
                "r1",
                LEASE_MILLIS,
                state.toString());
        BufferedReader said = injector.inputReader(StandardCharsets.UTF_8);
        // Said when toxic and disabled proxy stand: the guard has answered that they do.
        String line = said.readLine();
        assertThat(line).startsWith("broken ");
        guard = ProcessHandle.of(Long.parseLong(line.substring("broken ".length())))
                .orElseThrow();
    }

    @AfterEach
    void endAll() {
        for (ProcessHandle process : List.of(injector.toHandle(), guard, server.toHandle())) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** Waits until all is as before, and makes sure that it was the server itself: the journal is where it was. */
    private void assertGoesByItself() throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!control.proxies().equals(before) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(control.proxies()).isEqualTo(before);
        assertThat(Healing.in(state, Duration.ofSeconds(20)).unfinished()).containsExactly("r1");
    }

    @Test
    void whatIsBrokenMendsItselfThoughInjectorAndGuardAreKilledInTheSameMoment() throws Exception {
        // Stopped first, so that neither can heal in the moment in which it is alone.
        Java.signal("STOP", guard.pid());
        injector.destroyForcibly();
        guard.destroyForcibly();
        injector.onExit().join();
        guard.onExit().join();
        assertGoesByItself();
        Healing healing = Healing.in(state, Duration.ofSeconds(20));
        assertThat(healing.heal("r1").orElseThrow().isClean()).isTrue();
        assertThat(healing.unfinished()).isEmpty();
    }

    @Test
    void whatIsBrokenMendsItselfThoughTheGuardIsStoppedAndTheInjectorKilled() throws Exception {
        Java.signal("STOP", guard.pid());
        injector.destroyForcibly().onExit().join();
        assertGoesByItself();
        assertThat(guard.isAlive()).isTrue();
    }
}
