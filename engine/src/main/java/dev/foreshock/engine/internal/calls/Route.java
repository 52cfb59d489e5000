package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.CallSpec.OnTimeout;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.policy.Backoff;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.spi.Caller;
import dev.foreshock.engine.spi.Line;

/** A compiled {@link CallSpec}: everything the switchboard needs to know about calls of one kind. */
public final class Route implements Line {
    private static final long PART_OF_FIRST = KeyedRandom.part(0);

    final int number;
    final int target;
    private final long hashPart;
    final long retryStream;
    final long timeoutNanos;
    final boolean passDeadline;
    final boolean stopsWork;
    final Backoff backoff;
    final Brakes brakes;
    final long throttleStream;
    final long hedgeNanos;
    final int mostHedges;
    final Link link;
    final Caller caller;
    private final Troubles troubles = new Troubles();
    private final Switchboard switchboard;

    /**
     * Creates a route and makes it known to {@code switchboard}.
     *
     * @param name the stable name of the route: caller and call
     * @param target the number of the component called
     */
    @SuppressWarnings("this-escape")
    public Route(Switchboard switchboard, Streams streams, String name, CallSpec spec, int target, Caller caller) {
        this.switchboard = switchboard;
        this.target = target;
        this.caller = caller;
        hashPart = KeyedRandom.part(Streams.hash(name));
        retryStream = streams.named(name + " retry");
        timeoutNanos = spec.timeout() == null ? 0 : spec.timeout().toNanos();
        passDeadline = spec.passDeadline();
        stopsWork = spec.onTimeout() == OnTimeout.CANCEL;
        backoff = new Backoff(spec.retries());
        brakes = new Brakes(spec);
        throttleStream = streams.named(name + " throttle");
        HedgeSpec hedge = spec.hedge();
        hedgeNanos = hedge == null ? 0 : hedge.after().toNanos();
        mostHedges = hedge == null ? 0 : hedge.most();
        link = new Link(spec.link(), streams.named(name + " latency"));
        number = switchboard.add(this);
    }

    /** Returns the key of a call for one whose key is {@code parent}: {@code key(parent, hash of the name, which)}. */
    long keyOf(long parent, int repetition, int attempt) {
        long which = ((long) repetition << Integer.SIZE) | attempt;
        return KeyedRandom.keyWithPart(
                KeyedRandom.keyWithPart(parent, hashPart), which == 0 ? PART_OF_FIRST : KeyedRandom.part(which));
    }

    /** Tells {@code each} of what its circuit breaker does, if it has one, by the names of the caller and its call. */
    public void tells(String byCaller, String ofCall, Circuit.Turns each) {
        brakes.tells(byCaller, ofCall, each);
    }

    /** Returns what faults do to its calls. */
    public Troubles troubles() {
        return troubles;
    }

    /** Tells whether work stops when nobody waits for it any more. */
    public boolean stopsWork() {
        return stopsWork;
    }

    /** Returns the number of the component called. */
    public int target() {
        return target;
    }

    @Override
    public void call(int parent, int repetition) {
        switchboard.call(this, parent, repetition);
    }
}
