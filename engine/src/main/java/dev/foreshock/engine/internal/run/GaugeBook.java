package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the gauges of all components at the end of every bin, and of those with a queue how many calls wait and how many they
 * hold, keeping as many bins as the series beside it.
 */
final class GaugeBook {
    static final int MAX_BINS = 512;

    private final Map<String, Component> components;
    private final Map<String, List<Double>> readings = new TreeMap<>();
    private long binNanos;
    private int bins;

    GaugeBook(Map<String, Component> components, long binNanos) {
        this.binNanos = binNanos;
        this.components = components;
    }

    /** Reads all gauges at {@code nowNanos}, the end of a bin as they were at first. */
    void read(long nowNanos) {
        long bin = (nowNanos - 1) / binNanos;
        if (bin >= MAX_BINS) {
            fold();
            bin = (nowNanos - 1) / binNanos;
        }
        int index = (int) bin;
        bins = Math.max(bins, index + 1);
        components.forEach((name, component) -> {
            component.gauges(nowNanos).forEach((gauge, value) -> write(name + "." + gauge, index, value));
            Meter meter = component.meter();
            if (meter != null) {
                write(name + ".waiting", index, meter.waiting());
                write(name + ".inFlight", index, component.holding());
            }
        });
    }

    private void write(String name, int bin, double value) {
        List<Double> values = readings.computeIfAbsent(name, key -> new ArrayList<>());
        while (values.size() <= bin) {
            values.add(0.0);
        }
        values.set(bin, value);
    }

    private void fold() {
        binNanos *= 2;
        bins = (bins + 1) / 2;
        readings.replaceAll((name, values) -> {
            List<Double> folded = new ArrayList<>();
            for (int i = 0; i < values.size(); i += 2) {
                folded.add(values.get(Math.min(i + 1, values.size() - 1)));
            }
            return folded;
        });
    }

    Map<String, List<Double>> readings() {
        return readings;
    }
}
