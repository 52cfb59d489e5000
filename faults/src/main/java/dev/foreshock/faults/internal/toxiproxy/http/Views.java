package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.proxy.ActiveToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import dev.foreshock.faults.internal.toxiproxy.proxy.ProxyFields;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Proxies and toxics as replies show them. */
final class Views {
    private Views() {}

    static String proxy(Proxy proxy) {
        ProxyFields fields = proxy.fields();
        return "{\"name\":" + GoJson.string(fields.name())
                + ",\"listen\":" + GoJson.string(fields.listen())
                + ",\"upstream\":" + GoJson.string(fields.upstream())
                + ",\"enabled\":" + fields.enabled()
                + ",\"Logger\":{},\"toxics\":" + toxics(proxy.toxics()) + "}";
    }

    static String byName(Collection<Proxy> proxies) {
        return proxies.stream()
                .map(proxy -> GoJson.string(proxy.fields().name()) + ":" + proxy(proxy))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** An empty list is null, as in Go. */
    static String populated(List<Proxy> proxies) {
        return "\"proxies\":"
                + (proxies.isEmpty()
                        ? "null"
                        : proxies.stream().map(Views::proxy).collect(Collectors.joining(",", "[", "]")));
    }

    static String toxics(List<ActiveToxic> toxics) {
        return toxics.stream().map(Views::toxic).collect(Collectors.joining(",", "[", "]"));
    }

    static String toxic(ActiveToxic toxic) {
        return "{\"attributes\":" + attributes(toxic)
                + ",\"name\":" + GoJson.string(toxic.name())
                + ",\"type\":" + GoJson.string(toxic.toxic().type().name())
                + ",\"stream\":" + GoJson.string(toxic.stream())
                + ",\"toxicity\":" + GoJson.number(toxic.toxicity()) + "}";
    }

    static String attributes(ActiveToxic toxic) {
        return toxic.toxic().attributes().entrySet().stream()
                .map(attribute -> GoJson.string(attribute.getKey()) + ":" + attribute.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
