package dev.foreshock.engine.reference;

import dev.foreshock.engine.people.Signal;

/** Reads one signal of one component, scrape by scrape. */
final class Gauge {
    private final Interpreter world;
    private final Part part;
    private final Signal signal;
    private long lastNanos;
    private double lastPart;
    private double lastWhole;

    Gauge(Interpreter world, String component, Signal signal) {
        this.world = world;
        part = world.part(component);
        this.signal = signal;
    }

    /** Returns the signal; NaN where there is nothing to measure. */
    double read() {
        Part.Tally tally = part.tally;
        return switch (signal) {
            case SUCCESS -> since((double) tally.good, (double) tally.over);
            case REQUESTS -> perSecond((double) tally.arrivals);
            case VISITORS -> perSecond((double) world.cameTo(part.name));
            case IN_FLIGHT -> part.holding();
            case UTILIZATION -> utilization();
            case RESPONSE_TIME -> since(tally.feltNanos, (double) tally.over) / 1e9;
            case UP -> part.up();
        };
    }

    /** Returns what one counter grew since the last scrape for each that the other grew. */
    private double since(double part, double whole) {
        double ratio = (part - lastPart) / (whole - lastWhole);
        lastPart = part;
        lastWhole = whole;
        return ratio;
    }

    private double perSecond(double count) {
        double more = count - lastPart;
        double seconds = (world.agenda.now() - lastNanos) / 1e9;
        lastPart = count;
        lastNanos = world.agenda.now();
        return more / seconds;
    }

    private double utilization() {
        Part.Busyness busyness = part.busyness();
        if (busyness == null) {
            return Double.NaN;
        }
        return busyness.workerNanos == lastWhole ? 0 : since(busyness.busyNanos, busyness.workerNanos);
    }
}
