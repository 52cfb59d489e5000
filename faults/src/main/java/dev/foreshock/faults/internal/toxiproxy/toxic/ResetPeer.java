package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/**
 * Waits for the first bytes or the end, then for a while, then closes: by a reset where the connection started under it.
 *
 * @param timeout in ms; negative is none
 */
public record ResetPeer(long timeout) implements Toxic {
    static final ToxicType TYPE =
            new ToxicType("reset_peer", List.of("timeout"), of -> new ResetPeer(of.applyAsLong("timeout")));

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(timeout);
    }

    @Override
    public boolean resets() {
        return true;
    }

    @Override
    public Behavior behavior() {
        return new Behavior() {
            @Override
            public void chunk(Chunk chunk, Lane lane) {
                lane.hold(chunk, Nanos.ofMillis(timeout), lane::close);
            }

            @Override
            public void end(Lane lane) {
                lane.pause(Nanos.ofMillis(timeout), lane::close);
            }
        };
    }
}
