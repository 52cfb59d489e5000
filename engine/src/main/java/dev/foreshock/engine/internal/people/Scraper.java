package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Meter;

/** Takes samples of one signal of one component. Counters are read as differences between two scrapes. */
final class Scraper {
    private final Plant plant;
    private final String component;
    private final Signal signal;
    private long lastNanos;
    private double lastPart;
    private double lastWhole;

    Scraper(Plant plant, String component, Signal signal) {
        this.plant = plant;
        this.component = component;
        this.signal = signal;
    }

    /** Returns the signal in its base unit; NaN where there was nothing to measure. */
    double sample(long now) {
        Tally tally = plant.tally(component);
        Meter meter = plant.component(component).meter();
        return switch (signal) {
            case SUCCESS -> ratio((double) tally.ended(Outcome.OK), (double) tally.over());
            case REQUESTS -> perSecond((double) tally.arrivals(), now);
            case VISITORS -> perSecond((double) plant.usersThrough(component), now);
            case IN_FLIGHT -> plant.component(component).holding();
            case UTILIZATION -> meter == null ? Double.NaN : utilization(meter, now);
            case RESPONSE_TIME -> ratio(tally.feltNanos(), (double) tally.over()) / 1e9;
            case UP -> plant.component(component).up();
        };
    }

    /** Returns the requests that have ended well since the start. */
    long good() {
        return plant.tally(component).ended(Outcome.OK);
    }

    /** Returns the requests that have ended since the start. */
    long over() {
        return plant.tally(component).over();
    }

    /** Where no worker was there since the last scrape, none was busy. */
    private double utilization(Meter meter, long now) {
        double worked = meter.workerNanos(now);
        return worked == lastWhole ? 0 : ratio(meter.busyNanos(now), worked);
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
