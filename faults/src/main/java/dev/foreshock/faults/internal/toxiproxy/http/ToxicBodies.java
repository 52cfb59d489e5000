package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.proxy.ActiveToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.NewToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import dev.foreshock.faults.internal.toxiproxy.proxy.Radius;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import dev.foreshock.faults.internal.toxiproxy.toxic.Toxic;
import dev.foreshock.faults.internal.toxiproxy.toxic.ToxicType;
import dev.foreshock.faults.internal.toxiproxy.toxic.ToxicTypes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what clients say of toxics. Nothing is changed before all of it was found sound. */
final class ToxicBodies {
    private ToxicBodies() {}

    /** Adds the toxic that {@code text} describes to {@code proxy}. */
    static ActiveToxic add(String text, Proxy proxy) {
        return proxy.add(read(Body.of(Body.first(text), "ToxicWrapper"), proxy, Radius.ALL));
    }

    /** Returns the toxic that {@code body} describes, if it can be added to {@code proxy}. Complains in the order of stock. */
    static NewToxic read(Body body, Proxy proxy, Radius radius) {
        Body attributes = body.object("attributes", "toxics.Toxic");
        String named = body.text("name", "");
        String typeName = body.text("type", "");
        String stream = body.text("stream", "downstream");
        float toxicity = body.fraction("toxicity", 1);
        Direction direction = Direction.find(stream)
                .orElseThrow(() -> invalid("stream was invalid, can be either upstream or downstream"));
        String name = named.isEmpty() ? typeName + "_" + stream : named;
        ToxicType type = ToxicTypes.find(typeName).orElseThrow(() -> invalid("invalid toxic type"));
        proxy.requireFree(name, false);
        Toxic toxic = toxic(type, Map.of(), attributes);
        return new NewToxic(name, stream, direction, share(toxicity), toxic, radius);
    }

    /** Returns {@code now} with the toxicity and the attributes that {@code text} gives. */
    static ActiveToxic update(String text, ActiveToxic now) {
        Body body = Body.of(Body.first(text), "Toxic");
        Body attributes = body.object("attributes", "toxics.Toxic");
        float toxicity = share(body.fraction("toxicity", now.toxicity()));
        return now.updated(toxicity, toxic(now.toxic().type(), now.toxic().attributes(), attributes));
    }

    /** Makes a toxic of what {@code attributes} give, and of {@code otherwise} where they do not. */
    static Toxic toxic(ToxicType type, Map<String, Long> otherwise, Body attributes) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String attribute : type.attributes()) {
            values.put(attribute, attributes.whole(attribute, otherwise.getOrDefault(attribute, 0L)));
        }
        try {
            return type.create(values);
        } catch (IllegalArgumentException e) {
            throw Body.bad(String.valueOf(e.getMessage()));
        }
    }

    static float share(float toxicity) {
        if (!(toxicity >= 0 && toxicity <= 1)) {
            throw Body.bad("toxicity must be from 0 to 1, but was " + toxicity);
        }
        return toxicity;
    }

    static Refusal invalid(String message) {
        return new Refusal(Refusal.Kind.INVALID, message);
    }
}
