package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario does to its system: its faults, or where it has none the traffic of twice the usual and more.
 *
 * @param text what it is
 * @param fromNanos when it begins
 * @param over tells when it is over, as far as is known by now: that can be sooner than it was, and never later
 */
record Trigger(String text, long fromNanos, LongSupplier over) {
    private static final double SURGE = 2;

    /**
     * Returns the trigger of {@code scenario}, which need not be over before the end; null if there is none.
     *
     * @param faultsOver tells when the last fault is over
     */
    static @Nullable Trigger of(Scenario scenario, Map<String, RateTable> traffic, LongSupplier faultsOver) {
        long end = scenario.clock().lengthNanos();
        Trigger all = faults(scenario, faultsOver);
        return all == null ? surge(traffic, end) : all;
    }

    private static @Nullable Trigger faults(Scenario scenario, LongSupplier over) {
        List<String> names = new ArrayList<>();
        long from = Long.MAX_VALUE;
        for (Map.Entry<String, FaultSpec> entry : scenario.faults().entrySet()) {
            FaultSpec fault = entry.getValue();
            if (fault.enabled()) {
                names.add(entry.getKey());
                from = Math.min(from, scenario.clock().nanosAt(fault.at()));
            }
        }
        return names.isEmpty()
                ? null
                : new Trigger((names.size() == 1 ? "fault " : "faults ") + String.join(", ", names), from, over);
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
        long over = until;
        return names.isEmpty() ? null : new Trigger("traffic of " + String.join(", ", names), from, () -> over);
    }
}
