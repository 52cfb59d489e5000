package dev.foreshock.simulated;

import java.io.IOException;
import java.time.Duration;

/** Proxies on loopback that a service of the twin opens for itself, between itself and what really keeps its data. Thread-safe. */
public interface Proxies extends AutoCloseable {
    /** Starts them: found as a service, as whoever has proxies knows nothing of twins. */
    interface Source {
        /**
         * Starts a server of proxies, without any so far.
         *
         * @throws IllegalStateException if it cannot listen
         */
        Proxies start();
    }

    /**
     * Opens a proxy and returns its port.
     *
     * @param name what it is called from now on
     * @param upstream where it leads, as {@code host:port}
     */
    int open(String name, String upstream) throws IOException;

    /** Lets a proxy lead elsewhere, at the same port. */
    void repoint(String name, String upstream) throws IOException;

    /** Delays all that comes back through a proxy by a constant time. */
    void delay(String name, Duration latency) throws IOException;

    /** Closes all of them. */
    @Override
    void close();
}
