package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.proxy.NewToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import dev.foreshock.faults.internal.toxiproxy.proxy.Radius;
import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import dev.foreshock.faults.internal.toxiproxy.toxic.ToxicType;
import dev.foreshock.faults.internal.toxiproxy.toxic.ToxicTypes;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what clients say of effects. Unlike toxics, what is misspelled is an error. */
final class EffectBodies {
    private EffectBodies() {}

    /** Returns the effect that {@code body} describes, if it can be added to {@code proxy}. */
    static NewToxic read(Body body, Proxy proxy, Radius radius) {
        body.requireOnly("name", "type", "stream", "toxicity", "attributes");
        String typeName = body.text("type", "");
        ToxicType type = ToxicTypes.findEffect(typeName)
                .orElseThrow(() -> Body.bad("type of an effect must be one of "
                        + ToxicTypes.effects().stream().map(ToxicType::name).collect(Collectors.joining(", "))
                        + ", but was '" + typeName + "'" + hint(typeName)));
        Body attributes = body.object("attributes", typeName);
        attributes.requireOnly(type.attributes().toArray(String[]::new));
        String stream = stream(body, type);
        String named = body.text("name", "");
        String name = named.isEmpty() ? stream.isEmpty() ? typeName : typeName + "_" + stream : named;
        proxy.requireFree(name, true);
        return new NewToxic(
                name,
                stream,
                Direction.find(stream).orElse(Direction.DOWNSTREAM),
                ToxicBodies.share(body.fraction("toxicity", 1)),
                ToxicBodies.toxic(type, Map.of(), attributes),
                radius);
    }

    private static String hint(String typeName) {
        return ToxicTypes.find(typeName).isPresent() ? ": that is a toxic" : "";
    }

    /** Returns the direction that an effect acts on; nothing for one that has none. */
    private static String stream(Body body, ToxicType type) {
        if (!type.isOnStream()) {
            if (body.has("stream")) {
                throw Body.bad("stream must be left out of " + type.name() + ", which has none");
            }
            return "";
        }
        String stream = body.text("stream", Direction.DOWNSTREAM.label());
        return Direction.find(stream)
                .orElseThrow(() -> Body.bad("stream must be upstream or downstream, but was '" + stream + "'"))
                .label();
    }
}
