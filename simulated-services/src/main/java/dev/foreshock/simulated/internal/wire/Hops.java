package dev.foreshock.simulated.internal.wire;

import dev.foreshock.simulated.HopCost;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Measures what the calls of one part cost beside the time in their components. For the thread of the part alone. */
public final class Hops {
    private final Map<Long, Away> away = new HashMap<>();
    private final Map<String, HopCost> costs = new TreeMap<>();

    /** A call under way. */
    private record Away(String from, long sentNanos) {}

    /** A call is sent. */
    public void sent(long ticket, String from) {
        away.put(ticket, new Away(from, System.nanoTime()));
    }

    /** Nobody waits for a call any more. */
    public void stopped(long ticket) {
        away.remove(ticket);
    }

    /** A call is answered. */
    public void answered(long ticket, Answer answer) {
        Away call = away.remove(ticket);
        if (call != null && answer.insideNanos() >= 0) {
            double cost = System.nanoTime() - call.sentNanos - (double) answer.insideNanos();
            costs.put(call.from, costs.getOrDefault(call.from, HopCost.NONE).with(cost));
        }
    }

    /** Returns what was measured, by {@code component.call} or {@code users.class}. */
    public Map<String, HopCost> costs() {
        return new TreeMap<>(costs);
    }
}
