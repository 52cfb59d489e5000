package dev.foreshock.faults.internal.toxiproxy.proxy;

import java.util.concurrent.atomic.LongAdder;

/** What a toxic has struck since it was added, across its updates. Thread-safe, and cheap to add to from many threads. */
public final class Tally {
    private final LongAdder connections = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    Tally() {}

    /** Returns how many connections had bytes, or their end, come to it. */
    public long connections() {
        return connections.sum();
    }

    /** Returns how many bytes came to it. */
    public long bytes() {
        return bytes.sum();
    }

    void addConnection() {
        connections.increment();
    }

    void addBytes(int count) {
        bytes.add(count);
    }
}
