package dev.foreshock.faults.internal.toxiproxy.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;

/** Events as JSON. */
final class EventJson {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private EventJson() {}

    /** Returns an object that says what and when; of which number, if not 0. */
    static ObjectNode begin(long sequence, String kind, long nanos, Instant wall) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (sequence != 0) {
            json.put("seq", sequence);
        }
        return json.put("kind", kind).put("ns", nanos).put("at", wall.toString());
    }

    static void write(Happening what, ObjectNode into) {
        if (what instanceof Happening.OfProxy proxy) {
            write(proxy, into);
        } else if (what instanceof Happening.OfToxic toxic) {
            write(toxic, into);
        } else if (what instanceof Happening.OfLease lease) {
            write(lease, into);
        } else if (what instanceof Happening.OfConnection connection) {
            write(connection, into);
        }
    }

    private static void write(Happening.OfProxy proxy, ObjectNode into) {
        into.put("proxy", proxy.proxy())
                .put("listen", proxy.listen())
                .put("upstream", proxy.upstream())
                .put("enabled", proxy.enabled());
        if (proxy.kind() == Kind.PROXY_DISABLED) {
            into.put("cut", proxy.cut());
        }
    }

    private static void write(Happening.OfToxic toxic, ObjectNode into) {
        into.put("proxy", toxic.proxy()).put("name", toxic.name()).put("type", toxic.type());
        if (!toxic.stream().isEmpty()) {
            into.put("stream", toxic.stream());
        }
        into.put("toxicity", toxic.toxicity());
        ObjectNode attributes = into.putObject("attributes");
        toxic.attributes().forEach(attributes::put);
    }

    private static void write(Happening.OfLease lease, ObjectNode into) {
        into.put("lease", lease.lease()).put("ttl_ms", lease.ttlNanos() / NANOS_PER_MILLI);
        names("proxies", lease.proxies().stream().sorted().toList(), into);
        lease.ending().ifPresent(ending -> into.put("how", ending.label()));
    }

    private static void write(Happening.OfConnection connection, ObjectNode into) {
        into.put("proxy", connection.proxy())
                .put("ordinal", connection.ordinal())
                .put("client", connection.client());
        connection.moved().ifPresent(moved -> {
            into.putObject("upstream").put("received", moved.upReceived()).put("sent", moved.upSent());
            into.putObject("downstream").put("received", moved.downReceived()).put("sent", moved.downSent());
            names("toxics", moved.toxics(), into);
            names("effects", moved.effects(), into);
        });
    }

    private static void names(String field, Collection<String> names, ObjectNode into) {
        ArrayNode array = into.putArray(field);
        names.forEach(array::add);
    }
}
