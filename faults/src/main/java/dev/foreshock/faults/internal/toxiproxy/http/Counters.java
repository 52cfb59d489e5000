package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.proxy.ActiveToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.LiveConnection;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import java.util.List;
import java.util.stream.Collectors;

/** What each request about connections, and what has struck them, answers. Called on one thread at a time. */
final class Counters {
    private static final int OK = 200;

    private final Proxies proxies;

    Counters(Proxies proxies) {
        this.proxies = proxies;
    }

    Reply connections() {
        return Reply.json(
                OK,
                proxies.all().stream()
                        .flatMap(proxy -> proxy.connections().stream().map(live -> view(proxy, live)))
                        .collect(Collectors.joining(",", "{\"connections\":[", "]}")));
    }

    Reply proxy(String name) {
        Proxy proxy = proxies.get(name);
        return Reply.json(
                OK,
                "{\"name\":" + GoJson.string(name)
                        + ",\"enabled\":" + proxy.isEnabled()
                        + ",\"open\":" + proxy.connections().size()
                        + ",\"accepted\":" + proxy.accepted()
                        + ",\"cut\":" + proxy.cut()
                        + ",\"toxics\":"
                        + proxy.toxics().stream().map(Counters::view).collect(Collectors.joining(",", "[", "]"))
                        + ",\"effects\":"
                        + proxy.effects().stream().map(Counters::effect).collect(Collectors.joining(",", "[", "]"))
                        + "}");
    }

    private static String view(ActiveToxic toxic) {
        return "{\"name\":" + GoJson.string(toxic.name()) + struck(toxic) + "}";
    }

    /** In full, as no other route shows it. */
    private static String effect(ActiveToxic toxic) {
        return "{\"name\":" + GoJson.string(toxic.name())
                + ",\"type\":" + GoJson.string(toxic.toxic().type().name())
                + (toxic.stream().isEmpty() ? "" : ",\"stream\":" + GoJson.string(toxic.stream()))
                + ",\"toxicity\":" + GoJson.number(toxic.toxicity())
                + ",\"attributes\":" + Views.attributes(toxic)
                + struck(toxic) + "}";
    }

    private static String struck(ActiveToxic toxic) {
        return ",\"connections\":" + toxic.tally().connections() + ",\"bytes\":"
                + toxic.tally().bytes();
    }

    private static String view(Proxy proxy, LiveConnection live) {
        return "{\"proxy\":" + GoJson.string(proxy.fields().name())
                + ",\"ordinal\":" + live.ordinal()
                + ",\"client\":" + GoJson.string(live.client())
                + ",\"upstream\":" + bytes(live.upReceived(), live.upSent())
                + ",\"downstream\":" + bytes(live.downReceived(), live.downSent())
                + ",\"toxics\":" + names(live.toxics())
                + ",\"effects\":" + names(live.effects()) + "}";
    }

    private static String names(List<String> names) {
        return names.stream().map(GoJson::string).collect(Collectors.joining(",", "[", "]"));
    }

    private static String bytes(long received, long sent) {
        return "{\"received\":" + received + ",\"sent\":" + sent + "}";
    }
}
