package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/**
 * A connection that comes in is led to its server only after a while: until then no byte goes either way. Connections that are there are
 * not touched.
 *
 * @param delay in ms, from 1
 */
public record ConnectDelay(long delay) implements Toxic {
    static final ToxicType TYPE = new ToxicType(
            "connect_delay",
            List.of("delay"),
            of -> new ConnectDelay(of.applyAsLong("delay")),
            ToxicType.Family.CONNECT_EFFECT);

    /** Refuses no delay. */
    public ConnectDelay {
        if (delay < 1) {
            throw new IllegalArgumentException("delay must be at least 1, but was " + delay);
        }
    }

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(delay);
    }

    @Override
    public long connectDelayNanos() {
        return Nanos.ofMillis(delay);
    }

    @Override
    public Behavior behavior() {
        return Behavior.NOTHING;
    }
}
