package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the figures of components when a run ends. */
final class Figures {
    private Figures() {}

    /** Returns the figures of all components of a world, by name. */
    static Map<String, ComponentFigures> of(World world, long endNanos) {
        Map<String, ComponentFigures> figures = new TreeMap<>();
        world.components.forEach((name, component) -> figures.put(name, of(component, world.tally(name), endNanos)));
        return figures;
    }

    private static ComponentFigures of(Component component, Tally tally, long endNanos) {
        Meter meter = component.meter();
        Map<String, Long> outcomes = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (tally.ended(outcome) > 0) {
                outcomes.put(outcome.text(), tally.ended(outcome));
            }
        }
        return new ComponentFigures(
                tally.arrivals(),
                tally.completions(),
                outcomes,
                meter == null ? null : Double.valueOf(meter.utilization(endNanos)),
                meter == null ? null : Double.valueOf(meter.queueLength(endNanos)),
                meter == null ? null : observed(meter.meanWaitSeconds()),
                observed(tally.meanSecondsInside()),
                component.failovers());
    }

    private static @Nullable Double observed(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
