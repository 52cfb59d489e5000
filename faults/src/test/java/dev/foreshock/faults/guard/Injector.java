package dev.foreshock.faults.guard;

import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An injector in a process of its own, for tests that kill it: applies a toxic, turns a proxy off, and waits for its end. */
public final class Injector {
    static final long CALL_NANOS = TimeUnit.SECONDS.toNanos(20);

    private Injector() {}

    static ToxiproxyControl control(int port) {
        return new ToxiproxyControl(new ServerAddress("127.0.0.1", port), Duration.ofNanos(CALL_NANOS));
    }

    /** Returns what may be done to the proxies {@code db} and {@code cache} of a server. */
    static Assignment assignment(int port, String run, long leaseNanos) throws Exception {
        String server = "127.0.0.1:" + port;
        List<ProxyState> proxies = List.copyOf(control(port).proxies().values());
        long life = TimeUnit.MINUTES.toNanos(5);
        return new Assignment(
                run,
                "a test",
                "hash",
                List.of(new Before(server, proxies)),
                List.of(),
                List.of(
                        new Step(
                                new Change.AddToxic(
                                        server,
                                        "db",
                                        new ToxicState(
                                                Change.toxicName(run, 0),
                                                "latency",
                                                "downstream",
                                                0.5,
                                                "{\"jitter\":1,\"latency\":5}")),
                                life),
                        new Step(new Change.Disable(server, "cache"), life)),
                control(port).keepsLeases() ? List.of(server) : List.of(),
                leaseNanos,
                CALL_NANOS,
                LeaseTerms.ALL);
    }

    /** Takes the port of a server, the name of the run, the lease in milliseconds and the state directory. */
    public static void main(String[] args) throws Exception {
        Assignment assignment =
                assignment(Integer.parseInt(args[0]), args[1], TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[2])));
        try (GuardedRun run = GuardedRun.start(assignment, Path.of(args[3]))) {
            run.apply(0);
            run.apply(1);
            System.out.println("broken " + run.guard().pid());
            run.over(Long.MAX_VALUE).ifPresent(System.out::println);
        }
    }
}
