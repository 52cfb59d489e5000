package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one route: those in use, those idle (the last one used is reused first), and the calls that wait for
 * one, first come, first served.
 */
final class Link {
    /** How a call gets its connection. */
    enum Grant {
        /** At once. */
        READY,
        /** After opening one. */
        CONNECT,
        /** When its turn comes. */
        WAIT
    }

    private static final int NOT_FIXED = -1;

    private final boolean tracked;
    private final int most;
    private final long connectNanos;
    private final long keepAliveNanos;
    private final long fixedLatency;
    private final TimeSampler latency;
    private final long stream;
    private @Nullable Node firstWaiting;
    private @Nullable Node lastWaiting;
    private int waiting;
    private long[] idleUntil = new long[8];
    private int idle;
    private int open;
    private boolean handsOverOpen;

    Link(LinkSpec spec, long stream) {
        this.stream = stream;
        most = spec.connections() == null ? Integer.MAX_VALUE : spec.connections();
        connectNanos = spec.connect().toNanos();
        keepAliveNanos = spec.keepAlive().toNanos();
        tracked = spec.connections() != null || connectNanos > 0;
        latency = spec.latency().sampler();
        fixedLatency = spec.latency() instanceof Fixed fixed ? fixed.value().toNanos() : NOT_FIXED;
    }

    long connectNanos() {
        return connectNanos;
    }

    /** Returns the time a message takes; {@code direction} is 0 for requests and 1 for answers. */
    long latencyNanos(KeyedRandom random, long key, int direction) {
        return fixedLatency >= 0 ? fixedLatency : latency.nextNanos(random.at(stream + direction, key));
    }

    Grant acquire(Node call, long now) {
        if (!tracked) {
            return Grant.READY;
        }
        dropExpired(now);
        if (idle > 0) {
            idle--;
            return Grant.READY;
        }
        if (open < most) {
            open++;
            return connectNanos == 0 ? Grant.READY : Grant.CONNECT;
        }
        queue(call);
        return Grant.WAIT;
    }

    private void queue(Node call) {
        call.nextWaiting = null;
        call.previousWaiting = lastWaiting;
        if (lastWaiting == null) {
            firstWaiting = call;
        } else {
            lastWaiting.nextWaiting = call;
        }
        lastWaiting = call;
        waiting++;
    }

    /** Takes a waiting call out of the line. */
    void leave(Node call) {
        Node previous = call.previousWaiting;
        Node next = call.nextWaiting;
        if (previous == null) {
            firstWaiting = next;
        } else {
            previous.nextWaiting = next;
        }
        if (next == null) {
            lastWaiting = previous;
        } else {
            next.previousWaiting = previous;
        }
        waiting--;
    }

    private Node first() {
        Node call = Objects.requireNonNull(firstWaiting, "nobody waits");
        leave(call);
        return call;
    }

    /**
     * Takes a connection back and returns the call that gets one now, or nobody.
     *
     * @param reusable whether it can carry another call
     */
    @Nullable
    Node release(boolean reusable, long now) {
        if (!tracked) {
            return null;
        }
        if (!reusable) {
            open--;
            return next(now);
        }
        if (waiting > 0) {
            handsOverOpen = true;
            return first();
        }
        if (idle == idleUntil.length) {
            idleUntil = Arrays.copyOf(idleUntil, idle * 2);
        }
        idleUntil[idle++] = now + keepAliveNanos;
        return null;
    }

    /** Returns the next waiting call that a new connection can be opened for, or nobody. */
    @Nullable
    Node next(long now) {
        if (!tracked || waiting == 0 || open >= most) {
            return null;
        }
        open++;
        handsOverOpen = connectNanos == 0;
        return first();
    }

    /** Tells whether the call returned last got an open connection, rather than one it must open first. */
    boolean handsOverOpen() {
        return handsOverOpen;
    }

    /** Returns the connections open now, idle or not. */
    int open() {
        return open;
    }

    /** Returns the connections open and idle. */
    int idle() {
        return idle;
    }

    /** Returns the calls that wait for a connection. */
    int waiting() {
        return waiting;
    }

    private void dropExpired(long now) {
        if (idle > 0 && idleUntil[idle - 1] < now) {
            open -= idle;
            idle = 0;
        }
    }
}
