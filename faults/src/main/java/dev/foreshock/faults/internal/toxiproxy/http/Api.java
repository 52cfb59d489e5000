package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.ActiveToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import dev.foreshock.faults.internal.toxiproxy.proxy.ProxyFields;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What each request does. Called on one thread at a time. */
final class Api {
    /** The version of stock whose API this is. */
    private static final String VERSION = "2.12.0";

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Proxies proxies;
    private final Traffic traffic;

    Api(Proxies proxies, Traffic traffic) {
        this.proxies = proxies;
        this.traffic = traffic;
    }

    Reply version() {
        return new Reply(OK, Reply.Kind.VERSION, "{\"version\": \"" + VERSION + "\"}\n");
    }

    Reply metrics() {
        return new Reply(OK, Reply.Kind.METRICS, traffic.text());
    }

    Reply reset() {
        proxies.reset();
        return Reply.NO_CONTENT;
    }

    Reply list() {
        return Reply.json(OK, Views.byName(proxies.all()));
    }

    Reply create(String body) {
        return Reply.json(CREATED, Views.proxy(proxies.add(ProxyBodies.create(body))));
    }

    Reply show(String proxy) {
        return Reply.json(OK, Views.proxy(proxies.get(proxy)));
    }

    Reply update(String name, String body) {
        Proxy proxy = proxies.get(name);
        proxy.update(ProxyBodies.update(body, proxy.fields()));
        return Reply.json(OK, Views.proxy(proxy));
    }

    Reply delete(String proxy) {
        proxies.remove(proxy);
        return Reply.NO_CONTENT;
    }

    /** The first that fails ends it; those before it stay. */
    Reply populate(String body) {
        List<Proxy> done = new ArrayList<>();
        try {
            for (ProxyFields fields : ProxyBodies.populate(body)) {
                done.add(proxies.addOrReplace(fields));
            }
            return Reply.json(CREATED, "{" + Views.populated(done) + "}");
        } catch (Refusal e) {
            int status = status(e);
            return Reply.json(
                    status,
                    "{" + Reply.error(String.valueOf(e.getMessage()), status) + "," + Views.populated(done) + "}");
        }
    }

    Reply listToxics(String proxy) {
        return Reply.json(OK, Views.toxics(proxies.get(proxy).toxics()));
    }

    Reply addToxic(String proxy, String body) {
        return Reply.json(OK, Views.toxic(ToxicBodies.add(body, proxies.get(proxy))));
    }

    Reply showToxic(String proxy, String toxic) {
        return Reply.json(OK, Views.toxic(proxies.get(proxy).toxic(toxic)));
    }

    Reply updateToxic(String name, String toxic, String body) {
        Proxy proxy = proxies.get(name);
        ActiveToxic updated = ToxicBodies.update(body, proxy.toxic(toxic));
        proxy.update(updated);
        return Reply.json(OK, Views.toxic(updated));
    }

    Reply removeToxic(String proxy, String toxic) {
        proxies.get(proxy).remove(toxic);
        return Reply.NO_CONTENT;
    }

    static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case EXISTS -> 409;
            case TOO_MANY -> 429;
            case SYSTEM -> 500;
        };
    }
}
