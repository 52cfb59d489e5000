package dev.foreshock.faults.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.conformance.ServerUnderTest;
import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A moment of a run at which somebody is killed.
 *
 * @param call the control call
 * @param isBefore whether before the server hears of it, so that its intention is the last record on disk; else before the run
 *     hears the answer, so that the record of what came of it is missing
 * @param victim who is killed
 * @param kind the server
 */
record KillPoint(int call, boolean isBefore, Victim victim, Kind kind) {
    /** The lease where it is what undoes everything. */
    static final long LEASE_MILLIS = 5_000;

    /** The lease where whoever is left does: long enough for the busiest machine to renew it. */
    private static final long LONG_LEASE_MILLIS = 30_000;

    private static final int MOST_ATTEMPTS = 5;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final Duration CALL = Duration.ofSeconds(20);

    /** Who is killed. */
    enum Victim {
        INJECTOR,
        GUARD,
        BOTH
    }

    /** Runs without killing anybody, and returns how many control calls there are. */
    static int undisturbed(Kind kind, Path state) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            try (Tripwire tripwire = new Tripwire(server.port(), -1, true, () -> {})) {
                Process injector = start(tripwire, LONG_LEASE_MILLIS, state);
                String said = new String(injector.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(said).contains("residues=[]").doesNotContain("Exception");
                assertThat(Injector.control(server.port()).proxies()).isEqualTo(before);
                return tripwire.calls();
            }
        }
    }

    private static Map<String, ProxyState> twoProxies(ServerUnderTest server) throws Exception {
        ToxiproxyControl control = Injector.control(server.port());
        control.createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:1", true, List.of()));
        control.createProxy(new ProxyState("cache", "127.0.0.1:0", "127.0.0.1:1", true, List.of()));
        return control.proxies();
    }

    private static Process start(Tripwire tripwire, long leaseMillis, Path state) throws Exception {
        return Java.start(
                Errand.class, String.valueOf(tripwire.port()), "r1", String.valueOf(leaseMillis), state.toString());
    }

    private boolean isUpToTheServer() {
        return victim == Victim.BOTH && kind == Kind.EMBEDDED;
    }

    /**
     * Runs, kills, and holds the server and the journal to what is promised; returns how long something stayed broken, in ns. On a busy
     * machine a run can end for want of a renewal before it comes to the call: then there is another.
     */
    long run(Path directory) throws Exception {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            OptionalLong brokenNanos = attempt(directory.resolve("attempt " + attempt));
            if (brokenNanos.isPresent()) {
                return brokenNanos.getAsLong();
            }
        }
        throw new AssertionError(this + " was not reached");
    }

    private OptionalLong attempt(Path state) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            Map<String, ProxyState> before = twoProxies(server);
            AtomicReference<Process> injector = new AtomicReference<>();
            CompletableFuture<Long> killedNanos = new CompletableFuture<>();
            try (Tripwire tripwire = new Tripwire(server.port(), call, isBefore, () -> {
                kill(injector);
                killedNanos.complete(System.nanoTime());
            })) {
                synchronized (injector) {
                    injector.set(start(tripwire, isUpToTheServer() ? LEASE_MILLIS : LONG_LEASE_MILLIS, state));
                }
                CompletableFuture.anyOf(killedNanos, injector.get().onExit()).get(5, TimeUnit.MINUTES);
                ToxiproxyControl control = Injector.control(server.port());
                if (victim == Victim.BOTH && !isUpToTheServer()) {
                    // Nobody is left, and the server keeps no lease: the journal is what heals.
                    injector.get().onExit().get(5, TimeUnit.MINUTES);
                    await("the call at which all are killed is answered", () -> hasPassed(killedNanos, tripwire));
                    heal(state);
                }
                long cleanNanos = awaitState(control, before, () -> hasPassed(killedNanos, tripwire) && isDone(state));
                if (isUpToTheServer() && killedNanos.isDone()) {
                    // Far more than a moment, as this is no place to measure; far less than a lease that does not end.
                    assertThat(cleanNanos - killedNanos.join())
                            .as("%s", this)
                            .isLessThan(TimeUnit.MILLISECONDS.toNanos(LONG_LEASE_MILLIS));
                }
                injector.get().onExit().get(5, TimeUnit.MINUTES);
                assertThat(control.proxies()).as("%s", this).isEqualTo(before);
                heal(state);
                heal(state);
                assertThat(control.proxies()).as("%s", this).isEqualTo(before);
                return killedNanos.isDone() ? OptionalLong.of(cleanNanos - killedNanos.join()) : OptionalLong.empty();
            }
        }
    }

    /** Returns whether nothing of what the run asked for before the kill is still on its way to the server. */
    private static boolean hasPassed(CompletableFuture<Long> killedNanos, Tripwire tripwire) {
        return !killedNanos.isDone() || tripwire.hasSprung();
    }

    /** Returns whether whoever was left says that the run is over; where nobody was, only the state can tell. */
    private boolean isDone(Path state) throws Exception {
        return victim == Victim.BOTH || !Healing.in(state, CALL).unfinished().contains("r1");
    }

    private void kill(AtomicReference<Process> injector) {
        synchronized (injector) {
            List<ProcessHandle> guards = injector.get().children().toList();
            Stream<ProcessHandle> victims = switch (victim) {
                case INJECTOR -> Stream.of(injector.get().toHandle());
                case GUARD -> guards.stream();
                case BOTH -> {
                    // Stopped first, so that it cannot heal in the moment in which it is alone.
                    guards.forEach(guard -> stop(guard.pid()));
                    yield Stream.concat(Stream.of(injector.get().toHandle()), guards.stream());
                }
            };
            List.copyOf(victims.toList()).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void stop(long pid) {
        try {
            Java.signal("STOP", pid);
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Waits until the state is the wanted one and nobody is at work on it any more, as a run whose guard was killed goes on until it
     * knows; returns since when it was.
     */
    private long awaitState(ToxiproxyControl control, Map<String, ProxyState> wanted, Callable<Boolean> isOver)
            throws Exception {
        AtomicReference<Long> cleanNanos = new AtomicReference<>();
        await("the state is " + wanted, () -> {
            boolean wasOver = isOver.call();
            if (!control.proxies().equals(wanted)) {
                cleanNanos.set(null);
                return false;
            }
            cleanNanos.compareAndSet(null, System.nanoTime());
            return wasOver;
        });
        return cleanNanos.get();
    }

    private void await(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isSo.call()) {
            assertThat(System.nanoTime()).as("%s: until %s", this, what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Heals as a person would, who waits as long as a process still has the run. */
    private void heal(Path state) throws Exception {
        Healing healing = Healing.in(state, CALL);
        await("nobody has the run", () -> {
            if (healing.unfinished().contains("r1")) {
                healing.heal("r1")
                        .ifPresent(healed ->
                                assertThat(healed.residues()).as("%s", this).isEmpty());
            }
            return !healing.unfinished().contains("r1");
        });
    }
}
