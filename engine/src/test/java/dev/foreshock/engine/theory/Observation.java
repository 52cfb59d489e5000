package dev.foreshock.engine.theory;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what theory speaks of, from one replication, after its warm-up. */
final class Observation implements Probe {
    private static final double BIN_UNITS = 10;

    final long fromNanos;
    private final double unitSeconds;
    private final Map<String, Station> stations = new HashMap<>();
    private final Map<String, Visitors> visitors = new HashMap<>();
    private final BinnedArrivals arrivals;
    private final Orbit orbit;
    private Journal journal = new Journal(List.of(), 0);
    private long endNanos;

    /** Creates an observation; times are asked for in units of {@code unitSeconds}. */
    Observation(long fromNanos, double unitSeconds) {
        this.fromNanos = fromNanos;
        this.unitSeconds = unitSeconds;
        orbit = new Orbit(fromNanos);
        arrivals = new BinnedArrivals(fromNanos, Math.round(BIN_UNITS * unitSeconds * 1e9));
    }

    Station station(String component) {
        return stations.computeIfAbsent(
                component, name -> new Station(fromNanos, !name.startsWith(Scenes.ONE_OF_MANY)));
    }

    /** Returns what was seen of a class of users, or of {@code users/request}. */
    Visitors visitors(String name) {
        return visitors.computeIfAbsent(name, any -> new Visitors());
    }

    /** Returns the number of arrivals of users in windows of so many units. */
    Counts counts(double windowUnits) {
        return arrivals.in((int) Math.round(windowUnits / BIN_UNITS), endNanos);
    }

    /** Returns how many calls were inside a component so many units after the warm-up. */
    int numberAt(String component, double atUnits) {
        return station(component).numberAt(fromNanos + Math.round(atUnits * unitSeconds * 1e9));
    }

    double units(double seconds) {
        return seconds / unitSeconds;
    }

    /** Returns who will try again, of a scenario with one class of single-page users. */
    Orbit orbit() {
        return orbit;
    }

    /** Returns the length that was observed, in units. */
    double lengthUnits() {
        return units((endNanos - fromNanos) / 1e9);
    }

    /** Returns when a monitor fired. */
    Firings firings(String monitor) {
        return new Firings(journal, monitor);
    }

    /** Takes what the run told by itself. */
    void told(Journal written) {
        journal = written;
    }

    /** Returns the end of the run. */
    long endNanos() {
        return endNanos;
    }

    void close(long atNanos) {
        endNanos = atNanos;
        orbit.level.advance(atNanos);
        stations.values().forEach(station -> station.close(atNanos));
    }

    @Override
    public void sent(String users, String request, long key, long nowNanos) {
        orbit.sent(key, nowNanos);
        if (nowNanos >= fromNanos) {
            visitors(users).sent();
            arrivals.add(nowNanos);
            if (!request.isEmpty()) {
                visitors(users + "/" + request).sent();
            }
        }
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        if (outcome != Outcome.OK) {
            orbit.failed(nowNanos);
        }
        if (nowNanos - tookNanos >= fromNanos) {
            visitors(users).ended(outcome, tookNanos);
            if (!request.isEmpty()) {
                visitors(users + "/" + request).ended(outcome, tookNanos);
            }
        }
    }

    @Override
    public void arrived(String component, String request, long key, long nowNanos) {
        station(component).arrived(nowNanos);
    }

    @Override
    public void began(String component, long waitedNanos, long nowNanos) {
        station(component).began(waitedNanos, nowNanos);
    }

    @Override
    public void answered(String component, String request, long key, Outcome outcome, long insideNanos, long nowNanos) {
        station(component).answered(outcome, insideNanos, nowNanos);
    }

    @Override
    public void occupied(String component, long workers, int busy, int waiting, long nowNanos) {
        station(component).occupied(workers, busy, waiting, nowNanos);
    }
}
