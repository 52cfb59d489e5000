package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.arrival.ArrivalSpec;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.internal.run.RateTable;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.UsersSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A class of users and its expected traffic.
 *
 * @param name the class
 * @param asks what they ask for
 * @param patienceNanos how long they wait for a page
 * @param pages the mean number of pages that are looked at for each arrival of the traffic
 * @param visitNanos the mean time from their first click to their last
 * @param table their arrivals, or null if these cannot be told
 * @param stays whether some of them are there from the start
 */
record Crowds(
        String name,
        List<Ask> asks,
        long patienceNanos,
        double pages,
        double visitNanos,
        @Nullable RateTable table,
        boolean stays) {
    static Crowds of(String name, Scenario scenario, boolean addUp) {
        UsersSpec users = Objects.requireNonNull(scenario.users().get(name));
        double pages = users.visit().pages().mean();
        ArrivalSpec how = users.arrivals();
        return new Crowds(
                name,
                asks(users),
                users.patience().toNanos(),
                pages * (how == null ? 1 : how.multiplies()),
                (pages - 1) * users.visit().think().mean().toNanos(),
                addUp ? table(scenario.traffic().getOrDefault(name, Map.of()), scenario) : null,
                users.resident() != null);
    }

    /**
     * A part of their page views.
     *
     * @param request its class of requests; empty for none
     * @param share the share of their page views
     * @param enters where it goes
     */
    record Ask(String request, double share, String enters) {}

    private static List<Ask> asks(UsersSpec users) {
        if (users.visit().requests().isEmpty()) {
            return List.of(new Ask("", 1, users.enters()));
        }
        return users.visit().requests().entrySet().stream()
                .map(asked -> new Ask(asked.getKey(), asked.getValue().share().share(), users.entry(asked.getValue())))
                .filter(ask -> ask.share() > 0)
                .toList();
    }

    private static @Nullable RateTable table(Map<String, Curve> curves, Scenario scenario) {
        try {
            return new RateTable(curves, scenario.clock());
        } catch (IllegalArgumentException e) { // rates that are no rates: refused where the run begins
            return null;
        }
    }

    /** Tells whether any of them come, or are there. */
    boolean comes() {
        return stays || table == null || table.total() > 0;
    }

    /** Returns the users who come per second, averaged over the length of a visit up to {@code nanos}. */
    double usersPerSecond(long nanos) {
        if (table == null) {
            return 0;
        }
        // A visit that takes no time has all its pages at once: a second is the shortest that an average is taken over.
        double length = Math.max(1e9, visitNanos);
        return (table.expectedAt(nanos) - table.expectedAt((long) (nanos - length))) * 1e9 / length;
    }
}
