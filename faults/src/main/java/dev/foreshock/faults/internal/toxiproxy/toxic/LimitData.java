package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Map;

/**
 * Forwards so many bytes, then closes. What a connection has forwarded is remembered across updates.
 *
 * @param bytes the limit; 0 or less closes on the first byte and forwards none
 */
public record LimitData(long bytes) implements Toxic {
    static final ToxicType TYPE =
            new ToxicType("limit_data", List.of("bytes"), of -> new LimitData(of.applyAsLong("bytes")));

    @Override
    public ToxicType type() {
        return TYPE;
    }

    @Override
    public Map<String, Long> attributes() {
        return TYPE.named(bytes);
    }

    @Override
    public Behavior behavior() {
        return (chunk, lane) -> {
            long left = Math.max(0, bytes - lane.counted());
            int passing = (int) Math.min(left, chunk.size());
            lane.count(passing);
            if (passing == chunk.size()) {
                lane.forward(chunk);
            } else {
                if (passing > 0) {
                    lane.forward(chunk.takeFirst(passing));
                }
                lane.drop(chunk);
            }
            if (passing == left) {
                lane.close();
            }
        };
    }
}
