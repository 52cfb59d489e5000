package dev.foreshock.simulated.internal.process;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.simulated.internal.service.Service;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Callers;
import dev.foreshock.simulated.internal.wire.Loops;
import dev.foreshock.simulated.internal.wire.Token;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Has a process that is started again call itself while the modelled component boots. The first calls of a Java machine take some hundred
 * milliseconds, as it loads and compiles what they run; the model says with {@code restart} how slow a component is after a start, and
 * that must not come on top of it.
 */
final class WarmUp {
    private static final int AT_A_TIME = 8;
    private static final int MOST_CALLS = 2_000;

    /** A session that no user has. */
    private static final long NOBODY = -1;

    private final Service service;
    private final String component;
    private final Token token;

    WarmUp(Service service, String component, Token token) {
        this.token = token;
        this.service = service;
        this.component = component;
    }

    /**
     * Returns the {@link System#nanoTime()} until which a component boots, as the model has it, that was killed by a fault in a run; one that has passed if it
     * boots no more, or none was.
     */
    static long bootsUntil(Begin begun, Scenario scenario, String component) {
        boolean isServer = scenario.system().components().get(component) instanceof ServerSpec;
        long now = System.nanoTime() - begun.startNanos();
        long until = scenario.faults().values().stream()
                .filter(fault ->
                        isServer && fault.enabled() && fault.on().equals(component) && fault.does() instanceof Crash)
                .filter(fault -> scenario.clock().nanosAt(fault.at()) < now)
                .mapToLong(fault -> upAgainNanos(fault, scenario, component))
                .max()
                .orElse(now);
        return begun.startNanos() + until;
    }

    private static long upAgainNanos(FaultSpec fault, Scenario scenario, String component) {
        Duration lasts = fault.lasts();
        ServerSpec server = (ServerSpec) scenario.system().components().get(component);
        return lasts == null || server == null
                ? 0
                : scenario.clock().nanosAt(fault.at())
                        + lasts.toNanos()
                        + server.restart().takes().toNanos();
    }

    /** Calls itself until then, in a run of its own in which it reaches nobody else. */
    void until(long untilNanos, Begin begun, Scenario scenario) throws InterruptedException {
        if (untilNanos <= System.nanoTime()) {
            return;
        }
        Map<String, String> itself = new TreeMap<>(begun.addresses());
        itself.replaceAll((name, address) -> "127.0.0.1:" + service.port());
        long now = System.nanoTime();
        Begin run = new Begin(
                begun.seed(),
                Integer.MAX_VALUE,
                now,
                now,
                new TreeSet<>(scenario.faults().keySet()),
                itself);
        service.begin(run);
        Vertx vertx = Loops.usual();
        Semaphore free = new Semaphore(AT_A_TIME);
        Callers callers = new Callers(vertx, token, run, (ticket, answer) -> free.release());
        try {
            for (long ticket = 1; ticket <= MOST_CALLS; ticket++) {
                if (!free.tryAcquire(untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
                callers.send(
                        ticket,
                        new Hop(component, component, ticket, ticket, NOBODY, "", Long.MAX_VALUE, false, false));
            }
        } finally {
            callers.close();
            vertx.close();
        }
    }
}
