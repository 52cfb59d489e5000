package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.Map;
import java.util.function.Supplier;

/** What is done to a connection: a type and its numbers. */
public sealed interface Toxic
        permits Bandwidth,
                ConnectDelay,
                CutAfter,
                Latency,
                LimitData,
                Noop,
                ResetPeer,
                SharedBandwidth,
                Slicer,
                SlowClose,
                Timeout {
    /** Returns the type. */
    ToxicType type();

    /** Returns the numbers by the names of the API, in its order. */
    Map<String, Long> attributes();

    /** Returns what this does to one direction of one connection, from now on. */
    Behavior behavior();

    /**
     * Returns what makes the behavior of each direction of each connection. Asked for once when this begins to act on a proxy, so that its
     * connections may share something.
     */
    default Supplier<Behavior> behaviors() {
        return this::behavior;
    }

    /** Returns how long a connection that comes in under this waits before it is led to its server. */
    default long connectDelayNanos() {
        return 0;
    }

    /** Returns how many chunks may wait for this, so that delay does not cost throughput. */
    default int queuedChunks() {
        return 0;
    }

    /** Tells whether a connection that starts under this is closed by a reset. */
    default boolean resets() {
        return false;
    }

    /** Tells whether a connection has lost bytes under this, so that it cannot go on without it. */
    default boolean closesWhenRemoved() {
        return false;
    }
}
