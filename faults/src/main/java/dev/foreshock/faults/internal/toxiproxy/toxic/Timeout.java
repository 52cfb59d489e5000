package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/**
 * Drops every byte, and closes once no byte has come for a while. At timeout 0 or less it never closes.
 *
 * @param timeout in ms; starts again with every chunk that is dropped
 */
public record Timeout(long timeout) implements Toxic {
    static final ToxicType TYPE =
            new ToxicType("timeout", List.of("timeout"), of -> new Timeout(of.applyAsLong("timeout")));

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(timeout);
    }

    @Override
    public boolean closesWhenRemoved() {
        return true;
    }

    @Override
    public Behavior behavior() {
        return new Behavior() {
            @Override
            public void start(Lane lane) {
                if (timeout > 0) {
                    lane.alarm(Nanos.ofMillis(timeout), lane::close);
                }
            }

            @Override
            public void chunk(Chunk chunk, Lane lane) {
                lane.drop(chunk);
                start(lane);
            }
        };
    }
}
