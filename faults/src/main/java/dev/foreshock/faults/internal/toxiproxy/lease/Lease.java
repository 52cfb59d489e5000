package dev.foreshock.faults.internal.toxiproxy.lease;

import dev.foreshock.faults.internal.toxiproxy.events.Happening;
import dev.foreshock.faults.internal.toxiproxy.events.Kind;
import dev.foreshock.faults.internal.toxiproxy.proxy.Radius;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stands until a time that can be put off. Called on one thread at a time. */
public final class Lease {
    private static final Logger LOG = System.getLogger(Lease.class.getName());

    private final String id;
    private final List<Held> held = new ArrayList<>();
    private final Radius radius;
    /** The names of the proxies that it is or was about. */
    private final Set<String> proxies = new TreeSet<>();

    private long ttlNanos;
    private long endNanos;
    private boolean opened;
    private boolean released;

    /**
     * What stands, and how long at most.
     *
     * @param hold what stands
     * @param bounded whether it may not stand as long as the lease is renewed
     * @param endNanos when it ends at the latest, on the clock, where it is bounded
     */
    private record Held(Hold hold, boolean bounded, long endNanos) {
        boolean isOver(long now) {
            return bounded && endNanos - now <= 0;
        }
    }

    Lease(String id, long ttlNanos, Radius radius, long now) {
        this.id = id;
        this.radius = radius;
        this.ttlNanos = ttlNanos;
        this.endNanos = now + ttlNanos;
    }

    /** Returns the name that its client gave it. */
    public String id() {
        return id;
    }

    /** Returns how many connections its toxics may strike together. */
    public Radius radius() {
        return radius;
    }

    /** Returns how long it lasts after it was renewed. */
    public long ttlNanos() {
        return ttlNanos;
    }

    /** Returns how long it lasts from {@code now} on if nobody renews it; not above 0 if it is over. */
    public long leftNanos(long now) {
        return endNanos - now;
    }

    /** Returns what stands, in the order in which it was made. */
    public List<Hold> holds() {
        return held.stream().map(Held::hold).filter(Hold::isStanding).toList();
    }

    void renew(long newTtlNanos, long now) {
        ttlNanos = newTtlNanos;
        endNanos = now + newTtlNanos;
    }

    void end(long now) {
        endNanos = now;
    }

    void release(long now) {
        released = true;
        end(now);
    }

    /** Notes that all of its first changes were made, so that it counts as one that was there. */
    void open() {
        opened = true;
    }

    boolean isOpened() {
        return opened;
    }

    Happening told(Kind kind) {
        return new Happening.OfLease(kind, id, ttlNanos, proxies, Optional.empty());
    }

    Happening toldEnded(long now) {
        Happening.Ending how = released
                ? Happening.Ending.RELEASED
                : leftNanos(now) <= 0 ? Happening.Ending.EXPIRED : Happening.Ending.EMPTIED;
        return new Happening.OfLease(Kind.LEASE_ENDED, id, ttlNanos, proxies, Optional.of(how));
    }

    /** Makes all changes or none. */
    void make(List<Edit> edits, long mostNanos, long now) {
        List<Held> made = new ArrayList<>();
        try {
            for (Edit edit : edits) {
                boolean bounded = mostNanos < Long.MAX_VALUE;
                made.add(new Held(edit.make(), bounded, bounded ? now + mostNanos : 0));
            }
        } catch (RuntimeException e) {
            // What cannot be taken back now is taken back like anything whose time is over.
            for (int i = made.size() - 1; i >= 0; i--) {
                Held late = new Held(made.get(i).hold(), true, now);
                if (!isUndone(late)) {
                    held.add(late);
                }
            }
            throw e;
        }
        held.addAll(made);
        made.forEach(one -> proxies.add(one.hold().proxyName()));
    }

    /** Undoes what is over at {@code now}, the last change first; what cannot be undone stays, for another try. */
    void expire(long now) {
        boolean all = leftNanos(now) <= 0;
        for (int i = held.size() - 1; i >= 0; i--) {
            Held one = held.get(i);
            boolean isDue = all || one.isOver(now);
            if (!one.hold().isStanding() || (isDue && isUndone(one))) {
                held.remove(i);
            }
        }
    }

    private boolean isUndone(Held one) {
        try {
            one.hold().undo();
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "lease " + id + ": proxy " + one.hold().proxyName() + " is not mended yet", e);
            return false;
        }
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Returns how long from {@code now} until something is over; not above 0 where something is, but could not be undone. */
    long nextNanos(long now) {
        return held.stream()
                .filter(Held::bounded)
                .mapToLong(one -> one.endNanos() - now)
                .reduce(leftNanos(now), Math::min);
    }
}
