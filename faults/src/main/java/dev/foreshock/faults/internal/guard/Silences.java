package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.control.ControlException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How long servers have not answered. Thread-safe. */
final class Silences {
    private final long leaseNanos;
    private final LongSupplier nanos;
    private final Map<String, Long> since = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param leaseNanos how long a server may be silent
     */
    Silences(long leaseNanos, LongSupplier nanos) {
        this.leaseNanos = leaseNanos;
        this.nanos = nanos;
    }

    void answered(String server) {
        since.remove(server);
    }

    /** Returns why a run must end, if a server has been silent for too long. */
    Optional<String> unanswered(String server, ControlException failure) {
        long now = nanos.getAsLong();
        Long first = since.putIfAbsent(server, now);
        return first == null || now - first < leaseNanos
                ? Optional.empty()
                : Optional.of(server + " has not answered for the " + leaseNanos / 1_000_000 + " ms of the lease: "
                        + failure.getMessage());
    }
}
