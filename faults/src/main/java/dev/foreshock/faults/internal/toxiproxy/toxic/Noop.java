package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/** Does nothing. */
public record Noop() implements Toxic {
    static final ToxicType TYPE = new ToxicType("noop", List.of(), values -> new Noop());

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return Map.of();
    }

    @Override
    public Behavior behavior() {
        return Behavior.NOTHING;
    }
}
