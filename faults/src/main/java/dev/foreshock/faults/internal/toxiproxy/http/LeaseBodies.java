package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.lease.Edit;
import dev.foreshock.faults.internal.toxiproxy.lease.Hold;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.proxy.NewToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import dev.foreshock.faults.internal.toxiproxy.proxy.ProxyFields;
import dev.foreshock.faults.internal.toxiproxy.proxy.Radius;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reads what clients say of leases. All that can be seen to be wrong is refused before anything is changed. */
final class LeaseBodies {
    private static final long MOST_MILLIS = TimeUnit.NANOSECONDS.toMillis(Leases.MOST_TTL_NANOS);
    private static final long MOST_LIFE_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final String TTL = "ttl_ms";
    private static final String MOST = "most_ms";
    private static final String CHANGES = "changes";
    private static final String MOST_CONNECTIONS = "most_connections";
    private static final long LARGEST_RADIUS = 1_000_000;

    private LeaseBodies() {}

    /**
     * Changes that are made together.
     *
     * @param edits the changes
     * @param mostNanos how long each may stand at most
     */
    record ChangeSet(List<Edit> edits, long mostNanos) {}

    /**
     * A lease that is to be opened.
     *
     * @param id its name
     * @param ttlNanos how long it lasts
     * @param radius how many connections its toxics may strike together
     * @param changes what is made under it
     */
    record Opening(String id, long ttlNanos, Radius radius, ChangeSet changes) {}

    static Opening open(String text, Proxies proxies) {
        Body body = Body.of(Body.only(text), "Lease");
        body.requireOnly("id", TTL, MOST, MOST_CONNECTIONS, CHANGES);
        String id = body.text("id", "");
        if (id.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "missing required field: id");
        }
        if (id.contains("/")) {
            throw Body.bad("id must have no /, as no path could name it, but was " + id);
        }
        Radius radius = radius(body);
        return new Opening(id, ttlNanos(body), radius, changes(body, proxies, radius));
    }

    private static Radius radius(Body body) {
        return body.has(MOST_CONNECTIONS)
                ? new Radius(within(MOST_CONNECTIONS, body.whole(MOST_CONNECTIONS, 0), LARGEST_RADIUS))
                : Radius.ALL;
    }

    static ChangeSet extend(String text, Proxies proxies, Radius radius) {
        Body body = Body.of(Body.only(text), "Changes");
        body.requireOnly(MOST, CHANGES);
        return changes(body, proxies, radius);
    }

    /** Returns how long a renewed lease is to last: as long as before, where the body is empty or does not say. */
    static long renew(String text, long nowNanos) {
        if (text.isBlank()) {
            return nowNanos;
        }
        Body body = Body.of(Body.only(text), "Renewal");
        body.requireOnly(TTL);
        return body.has(TTL) ? ttlNanos(body) : nowNanos;
    }

    private static long ttlNanos(Body body) {
        return TimeUnit.MILLISECONDS.toNanos(within(TTL, body.whole(TTL, 0), MOST_MILLIS));
    }

    private static long within(String field, long value, long most) {
        if (value < 1 || value > most) {
            throw Body.bad(field + " must be from 1 to " + most + ", but was " + value);
        }
        return value;
    }

    private static ChangeSet changes(Body body, Proxies proxies, Radius radius) {
        List<Edit> edits = new ArrayList<>();
        for (Body change : body.list(CHANGES, "Change")) {
            edits.add(change(change, proxies, radius));
        }
        if (edits.isEmpty()) {
            throw Body.bad("changes must have at least one, but have none: a lease is over when nothing stands by it");
        }
        long mostNanos = body.has(MOST)
                ? TimeUnit.MILLISECONDS.toNanos(within(MOST, body.whole(MOST, 0), MOST_LIFE_MILLIS))
                : Leases.UNBOUNDED;
        return new ChangeSet(edits, mostNanos);
    }

    private static Edit change(Body body, Proxies proxies, Radius radius) {
        body.requireOnly("proxy", "toxic", "effect", "enabled", "create");
        boolean isCreate = body.has("create");
        long ofProxy = Stream.of("toxic", "effect", "enabled").filter(body::has).count();
        if (isCreate == body.has("proxy") || ofProxy != (isCreate ? 0 : 1)) {
            throw Body.bad("a change must be {proxy, toxic}, {proxy, effect}, {proxy, enabled: false} or {create}");
        }
        if (isCreate) {
            ProxyFields fields = ProxyBodies.create(body.object("create", "Proxy"));
            proxies.requireFree(fields.name());
            return () -> new Hold.Created(proxies, proxies.add(fields));
        }
        Proxy proxy = proxies.get(body.text("proxy", ""));
        if (!body.has("enabled")) {
            NewToxic toxic = body.has("effect")
                    ? EffectBodies.read(body.object("effect", "Effect"), proxy, radius)
                    : ToxicBodies.read(body.object("toxic", "ToxicWrapper"), proxy, radius);
            return () -> new Hold.Added(proxies, proxy, proxy.add(toxic));
        }
        if (body.flag("enabled", false)) {
            throw Body.bad("enabled must be false: what a lease turns on would be turned off when it ends");
        }
        if (radius.isBounded()) {
            throw Body.bad("enabled: false strikes every connection, but under this lease at most " + radius.most()
                    + " may be (most_connections)");
        }
        requireOn(proxy);
        return () -> {
            requireOn(proxy);
            proxy.stop();
            return new Hold.Disabled(proxies, proxy, proxy.stops());
        };
    }

    private static void requireOn(Proxy proxy) {
        if (!proxy.isEnabled()) {
            throw new Refusal(Refusal.Kind.EXISTS, "proxy already disabled");
        }
    }
}
