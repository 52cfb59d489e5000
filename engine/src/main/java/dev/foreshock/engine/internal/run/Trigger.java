package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario does to its system: its faults, or where it has none the traffic of twice the usual and more.
 *
 * @param text what it is
 * @param fromNanos when it begins
 * @param untilNanos when it is over
 */
record Trigger(String text, long fromNanos, long untilNanos) {
    private static final double SURGE = 2;

    /** Returns the trigger of {@code scenario}, which need not be over before the end; null if there is none. */
    static @Nullable Trigger of(Scenario scenario, Map<String, RateTable> traffic) {
        long end = scenario.clock().lengthNanos();
        Trigger all = faults(scenario);
        return all == null ? surge(traffic, end) : all;
    }

    private static @Nullable Trigger faults(Scenario scenario) {
        List<String> names = new ArrayList<>();
        long from = Long.MAX_VALUE;
        long until = 0;
        for (Map.Entry<String, FaultSpec> entry : scenario.faults().entrySet()) {
            FaultSpec fault = entry.getValue();
            if (fault.enabled()) {
                names.add(entry.getKey());
                long at = scenario.clock().nanosAt(fault.at());
                from = Math.min(from, at);
                until = Math.max(until, over(fault, at));
            }
        }
        return names.isEmpty()
                ? null
                : new Trigger((names.size() == 1 ? "fault " : "faults ") + String.join(", ", names), from, until);
    }

    /** A process that was killed is dead at once; what else has no length lasts. */
    private static long over(FaultSpec fault, long at) {
        Duration lasts = fault.lasts();
        if (lasts != null) {
            return at + lasts.toNanos();
        }
        return fault.does() instanceof Crash ? at : Long.MAX_VALUE;
    }

    private static @Nullable Trigger surge(Map<String, RateTable> traffic, long end) {
        List<String> names = new ArrayList<>();
        long from = Long.MAX_VALUE;
        long until = 0;
        for (Map.Entry<String, RateTable> users : traffic.entrySet()) {
            RateTable rates = users.getValue();
            boolean surges = false;
            for (long at = 0; at < end; at += BinWidth.WIDEST_NANOS) {
                double usual = rates.usualPerSecond(at);
                if (usual > 0 && rates.perSecond(at) >= SURGE * usual) {
                    surges = true;
                    from = Math.min(from, at);
                    until = Math.max(until, at + BinWidth.WIDEST_NANOS);
                }
            }
            if (surges) {
                names.add(users.getKey());
            }
        }
        return names.isEmpty() ? null : new Trigger("traffic of " + String.join(", ", names), from, until);
    }
}
