package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/**
 * Bytes pass; the end passes only after a delay.
 *
 * @param delay in ms; negative is none
 */
public record SlowClose(long delay) implements Toxic {
    static final ToxicType TYPE =
            new ToxicType("slow_close", List.of("delay"), of -> new SlowClose(of.applyAsLong("delay")));

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(delay);
    }

    @Override
    public Behavior behavior() {
        return new Behavior() {
            @Override
            public void chunk(Chunk chunk, Lane lane) {
                lane.forward(chunk);
            }

            @Override
            public void end(Lane lane) {
                lane.pause(Nanos.ofMillis(delay), lane::close);
            }
        };
    }
}
