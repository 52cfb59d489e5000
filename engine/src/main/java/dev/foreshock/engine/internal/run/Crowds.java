package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All classes of users of a replication. */
final class Crowds {
    private final List<Crowd> crowds = new ArrayList<>();
    private final List<Surges> surges = new ArrayList<>();
    private final Map<String, List<Crowd>> byEntry = new HashMap<>();

    Crowds(Scenario scenario, Map<String, RateTable> traffic, World world, Ledger ledger) {
        long slow = scenario.define().affected().toNanos();
        FormerNames names = scenario.formerNames();
        FormerNames.inOrder(scenario.users(), names::users).forEach((name, spec) -> {
            RateTable arrivals = traffic.get(name);
            if (arrivals != null) {
                Crowd crowd = new Crowd(name, names.users(name), spec, arrivals, world, world.streams, ledger, slow);
                crowds.add(crowd);
                surges.add(new Surges(name, arrivals, world.journal));
                crowd.entries()
                        .forEach(entry -> byEntry.computeIfAbsent(entry, key -> new ArrayList<>())
                                .add(crowd));
            }
        });
    }

    List<Crowd> all() {
        return crowds;
    }

    void open() {
        crowds.forEach(Crowd::open);
    }

    /** Looks for surges at the end of a slice of time. */
    void look(long now) {
        surges.forEach(surge -> surge.look(now));
    }

    /** Counts those who are still there, and returns how many of them wait for an answer. */
    long close(long endNanos) {
        long waiting = 0;
        for (Crowd crowd : crowds) {
            waiting += crowd.close(endNanos);
        }
        return waiting;
    }

    long usersThrough(String name) {
        long users = 0;
        for (Crowd crowd : byEntry.getOrDefault(name, List.of())) {
            users += crowd.arrivedUsers(name);
        }
        return users;
    }

    double usual(String name, Signal signal, long nowNanos) {
        double usual = 0;
        for (Crowd crowd : byEntry.getOrDefault(name, List.of())) {
            double users = crowd.usualUsersPerSecond(name, nowNanos);
            usual += signal == Signal.VISITORS ? users : users * crowd.meanPages();
        }
        return usual;
    }
}
