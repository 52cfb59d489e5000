package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.lease.Hold;
import dev.foreshock.faults.internal.toxiproxy.lease.Lease;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Radius;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What each request about leases does. Called on one thread at a time. */
final class LeaseApi {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Proxies proxies;
    private final Leases leases;

    LeaseApi(Proxies proxies, Leases leases) {
        this.proxies = proxies;
        this.leases = leases;
    }

    Reply list() {
        return Reply.json(
                OK, leases.all().stream().map(this::view).collect(Collectors.joining(",", "{\"leases\":[", "]}")));
    }

    Reply open(String body) {
        LeaseBodies.Opening opening = LeaseBodies.open(body, proxies);
        return Reply.json(
                CREATED,
                view(leases.open(
                        opening.id(),
                        opening.ttlNanos(),
                        opening.radius(),
                        opening.changes().edits(),
                        opening.changes().mostNanos())));
    }

    Reply show(String id) {
        return Reply.json(OK, view(leases.get(id)));
    }

    Reply renew(String id, String body) {
        return Reply.json(
                OK, view(leases.renew(id, LeaseBodies.renew(body, leases.get(id).ttlNanos()))));
    }

    Reply end(String id) {
        leases.end(id);
        return Reply.NO_CONTENT;
    }

    Reply extend(String id, String body) {
        // First of all: who no longer has a lease must be told that, whatever else is wrong.
        Lease lease = leases.get(id);
        LeaseBodies.ChangeSet changes = LeaseBodies.extend(body, proxies, lease.radius());
        return Reply.json(OK, view(leases.extend(id, changes.edits(), changes.mostNanos())));
    }

    private String view(Lease lease) {
        long left = Math.max(0, lease.leftNanos(leases.now()));
        return "{\"id\":" + GoJson.string(lease.id())
                + ",\"ttl_ms\":" + TimeUnit.NANOSECONDS.toMillis(lease.ttlNanos())
                + ",\"left_ms\":" + TimeUnit.NANOSECONDS.toMillis(left)
                + radius(lease.radius())
                + ",\"holds\":"
                + lease.holds().stream().map(LeaseApi::view).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static String radius(Radius radius) {
        return radius.isBounded()
                ? ",\"most_connections\":" + radius.most() + ",\"connections\":" + radius.taken()
                : "";
    }

    private static String view(Hold hold) {
        String proxy = GoJson.string(hold.proxyName());
        if (hold instanceof Hold.Added added) {
            return "{\"proxy\":" + proxy + (added.toxic().isEffect() ? ",\"effect\":" : ",\"toxic\":")
                    + GoJson.string(added.toxic().name()) + "}";
        }
        return hold instanceof Hold.Disabled
                ? "{\"proxy\":" + proxy + ",\"enabled\":false}"
                : "{\"create\":" + proxy + "}";
    }
}
