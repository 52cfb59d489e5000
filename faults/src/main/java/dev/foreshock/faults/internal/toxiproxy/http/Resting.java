package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.lease.Hold;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import dev.foreshock.faults.internal.toxiproxy.proxy.ProxyFields;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells of the proxies as they are at rest, whenever that changes: without toxics, without those that a lease created, and each that was
 * ever on is on. Called on the one thread of control calls.
 */
final class Resting {
    private final Proxies proxies;
    private final Leases leases;
    private final Consumer<String> tells;
    private String told = "";

    Resting(Proxies proxies, Leases leases, Consumer<String> tells) {
        this.proxies = proxies;
        this.leases = leases;
        this.tells = tells;
    }

    void look() {
        List<Hold> holds =
                leases.all().stream().flatMap(lease -> lease.holds().stream()).toList();
        String now = proxies.all().stream()
                .filter(proxy -> holds.stream()
                        .noneMatch(hold -> hold instanceof Hold.Created created && created.proxy() == proxy))
                .map(Resting::atRest)
                .collect(Collectors.joining(",", "[", "]"));
        if (!now.equals(told)) {
            told = now;
            tells.accept(now);
        }
    }

    private static String atRest(Proxy proxy) {
        ProxyFields fields = proxy.fields();
        return "{\"name\":" + GoJson.string(fields.name())
                + ",\"listen\":" + GoJson.string(fields.listen())
                + ",\"upstream\":" + GoJson.string(fields.upstream())
                + ",\"enabled\":" + (fields.enabled() || proxy.stops() > 0) + "}";
    }
}
