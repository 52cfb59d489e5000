package dev.foreshock.faults.internal.toxiproxy.lease;

import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.events.Kind;
import dev.foreshock.faults.internal.toxiproxy.proxy.Radius;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The leases of a server, by name. Called on one thread at a time, which must call {@link #expire} when that says. */
public final class Leases {
    /** The longest lease: none lasts for ever. */
    public static final long MOST_TTL_NANOS = TimeUnit.HOURS.toNanos(1);

    /** That a change may stand as long as its lease is renewed. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Map<String, Lease> byId = new LinkedHashMap<>();
    private final LongSupplier nanos;
    private final Events events;

    /**
     * Creates none yet.
     *
     * @param nanos a clock that never goes back
     * @param events where what becomes of them is told
     */
    public Leases(LongSupplier nanos, Events events) {
        this.nanos = nanos;
        this.events = events;
    }

    /** Returns the time on the clock. */
    public long now() {
        return nanos.getAsLong();
    }

    /** Returns all, in the order in which they were opened; also those that are over and could not be undone yet. */
    public List<Lease> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the one called {@code id}, or refuses; also one that is over. */
    public Lease get(String id) {
        Lease lease = byId.get(id);
        if (lease == null || lease.leftNanos(now()) <= 0) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "lease not found");
        }
        return lease;
    }

    /**
     * Opens a lease by making all of some changes, or refuses and makes none.
     *
     * @param radius how many connections its toxics may strike together
     * @param mostNanos how long each change may stand, whoever renews the lease, or {@link #UNBOUNDED}
     */
    public Lease open(String id, long ttlNanos, Radius radius, List<Edit> edits, long mostNanos) {
        if (byId.containsKey(id)) {
            throw new Refusal(Refusal.Kind.EXISTS, "lease already exists");
        }
        Lease lease = new Lease(id, ttlNanos, radius, now());
        byId.put(id, lease);
        try {
            lease.make(edits, mostNanos, now());
        } catch (RuntimeException e) {
            lease.end(now());
            throw e;
        }
        lease.open();
        events.publish(() -> lease.told(Kind.LEASE_OPENED));
        return lease;
    }

    /** Makes all of some changes under a lease that is there, or refuses and makes none. */
    public Lease extend(String id, List<Edit> edits, long mostNanos) {
        Lease lease = get(id);
        lease.make(edits, mostNanos, now());
        events.publish(() -> lease.told(Kind.LEASE_CHANGED));
        return lease;
    }

    /** Has a lease last for {@code ttlNanos} from now on. */
    public Lease renew(String id, long ttlNanos) {
        Lease lease = get(id);
        lease.renew(ttlNanos, now());
        events.publish(() -> lease.told(Kind.LEASE_RENEWED));
        return lease;
    }

    /** Ends a lease and undoes what stands by it. */
    public void end(String id) {
        get(id).release(now());
        expire();
    }

    /** Forgets all without undoing anything: for a server that ends, with all that stands. */
    public void forget() {
        byId.clear();
    }

    /**
     * Undoes what is over, and forgets leases by which nothing stands.
     *
     * @return how long until this must be called again, above 0; {@link Long#MAX_VALUE} where nothing stands
     */
    public long expire() {
        for (Lease lease : new ArrayList<>(byId.values())) {
            lease.expire(now());
            if (lease.isEmpty()) {
                byId.remove(lease.id());
                if (lease.isOpened()) {
                    events.publish(() -> lease.toldEnded(now()));
                }
            }
        }
        long now = now();
        long next = Long.MAX_VALUE;
        for (Lease lease : byId.values()) {
            long left = lease.nextNanos(now);
            next = Math.min(next, left > 0 ? left : RETRY_NANOS);
        }
        return next;
    }
}
