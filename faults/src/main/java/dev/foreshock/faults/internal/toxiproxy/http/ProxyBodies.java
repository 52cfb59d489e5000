package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.proxy.ProxyFields;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Reads what clients say of proxies. */
final class ProxyBodies {
    private ProxyBodies() {}

    static ProxyFields create(String body) {
        return create(Body.of(Body.first(body), "Proxy"));
    }

    static ProxyFields create(Body body) {
        ProxyFields fields = read(body, new ProxyFields("", "", "", true));
        require(fields, "");
        return fields;
    }

    static ProxyFields update(String body, ProxyFields now) {
        ProxyFields read = read(Body.of(Body.first(body), "Proxy"), now);
        return new ProxyFields(now.name(), read.listen(), read.upstream(), read.enabled());
    }

    static List<ProxyFields> populate(String body) {
        List<ProxyFields> all = new ArrayList<>();
        for (Body each : Body.list(Body.first(body), "Proxy")) {
            all.add(read(each, new ProxyFields("", "", "", true)));
        }
        for (int i = 0; i < all.size(); i++) {
            require(all.get(i), " at proxy " + (i + 1));
        }
        return all;
    }

    private static ProxyFields read(Body body, ProxyFields otherwise) {
        return new ProxyFields(
                body.text("name", otherwise.name()),
                body.text("listen", otherwise.listen()),
                body.text("upstream", otherwise.upstream()),
                body.flag("enabled", otherwise.enabled()));
    }

    private static void require(ProxyFields fields, String where) {
        if (fields.name().isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "missing required field: name" + where);
        }
        if (fields.upstream().isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "missing required field: upstream" + where);
        }
    }
}
