package dev.foreshock.engine.theory;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;
import java.util.HashMap;
import java.util.Map;

/** Collects what theory speaks of, from one replication, after its warm-up. */
final class Observation implements Probe {
    final long fromNanos;
    private final double unitSeconds;
    private final Map<String, Station> stations = new HashMap<>();
    private final Map<String, Visitors> visitors = new HashMap<>();
    private final Level orbit;
    private long users;
    private long firstTries;
    private long endNanos;

    /** Creates an observation; times are asked for in units of {@code unitSeconds}. */
    Observation(long fromNanos, double unitSeconds) {
        this.fromNanos = fromNanos;
        this.unitSeconds = unitSeconds;
        orbit = new Level(fromNanos);
    }

    Station station(String component) {
        return stations.computeIfAbsent(component, name -> new Station(fromNanos));
    }

    /** Returns what was seen of a class of users, or of {@code users/request}. */
    Visitors visitors(String name) {
        return visitors.computeIfAbsent(name, any -> new Visitors());
    }

    double units(double seconds) {
        return seconds / unitSeconds;
    }

    /** Returns the number of users of a scenario with a single class of them who failed and will try again. */
    Level orbit() {
        return orbit;
    }

    /** Returns the users who sent their first request, of a scenario with a single class of single-page users. */
    long firstTries() {
        return firstTries;
    }

    /** Returns the length that was observed, in units. */
    double lengthUnits() {
        return units((endNanos - fromNanos) / 1e9);
    }

    void close(long atNanos) {
        endNanos = atNanos;
        orbit.advance(atNanos);
        stations.values().forEach(station -> station.close(atNanos));
    }

    @Override
    public void sent(String of, String request, long key, long nowNanos) {
        sentByUser(key, nowNanos);
        if (nowNanos >= fromNanos) {
            visitors(of).sent();
            if (!request.isEmpty()) {
                visitors(of + "/" + request).sent();
            }
        }
    }

    /** Tells first tries from others by their keys, which follow from the number of the user. */
    private void sentByUser(long key, long nowNanos) {
        if (key == KEY_OF_FIRST) {
            users++;
            firstTries += nowNanos >= fromNanos ? 1 : 0;
        } else {
            orbit.add(-1, nowNanos);
        }
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        if (outcome != Outcome.OK) {
            orbit.add(1, nowNanos);
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
