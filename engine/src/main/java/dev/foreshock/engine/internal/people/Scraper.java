package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.live.Seen;
import dev.foreshock.engine.people.Signal;

/** Takes samples of one signal of one component. Counters are read as differences between two scrapes. */
final class Scraper {
    private final Plant plant;
    private final String component;
    private final Signal signal;
    private final Sight sight;
    private long lastNanos;
    private double lastPart;
    private double lastWhole;

    Scraper(Plant plant, String component, Signal signal) {
        this.plant = plant;
        this.component = component;
        this.signal = signal;
        sight = plant.sight(component);
    }

    /** Tells whether there is anything to scrape. */
    boolean isThere() {
        return sight.isThere();
    }

    /** Returns the signal in its base unit; NaN where there was nothing to measure. */
    double sample(long now) {
        Seen seen = sight.seen();
        return switch (signal) {
            case SUCCESS -> ratio((double) seen.good(), (double) seen.over());
            case REQUESTS -> perSecond((double) seen.sent(), now);
            case VISITORS -> perSecond((double) plant.usersThrough(component), now);
            case IN_FLIGHT -> sight.holding();
            case UTILIZATION -> sight.hasWorkers() ? utilization(now) : Double.NaN;
            case RESPONSE_TIME -> ratio(seen.feltNanos(), (double) seen.over()) / 1e9;
            case UP -> sight.up();
        };
    }

    /** Returns the requests that have ended well since the start. */
    long good() {
        return sight.seen().good();
    }

    /** Returns the requests that have ended since the start. */
    long over() {
        return sight.seen().over();
    }

    /** Where no worker was there since the last scrape, none was busy. */
    private double utilization(long now) {
        double worked = sight.workerNanos(now);
        return worked == lastWhole ? 0 : ratio(sight.busyNanos(now), worked);
    }

    private double ratio(double part, double whole) {
        double ratio = (part - lastPart) / (whole - lastWhole);
        lastPart = part;
        lastWhole = whole;
        return ratio;
    }

    private double perSecond(double count, long now) {
        double seconds = (now - lastNanos) / 1e9;
        lastNanos = now;
        return ratio(count, lastWhole + seconds);
    }
}
