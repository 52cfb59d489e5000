package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down when requests were sent, left the users' part, came back to it and were over, and shows them to another. For one thread. */
final class Passages implements Probe {
    private final Probe other;
    private final Leaving leaving;
    private final List<Passage> all = new ArrayList<>();
    private final Map<Long, Passage> byKey = new HashMap<>();

    /** Hears of users who leave. */
    @FunctionalInterface
    interface Leaving {
        /** A user left, who sends nothing any more. */
        void left(long session);
    }

    Passages(Probe other, Leaving leaving) {
        this.other = other;
        this.leaving = leaving;
    }

    @Override
    public void sent(String users, String request, long key, long nowNanos) {
        Passage passage = new Passage(users, request, key, nowNanos);
        all.add(passage);
        byKey.put(key, passage);
        other.sent(users, request, key, nowNanos);
    }

    @Override
    public void arrived(String component, String request, long key, long nowNanos) {
        Passage passage = byKey.get(key);
        if (passage != null) {
            passage.leftNanos = nowNanos;
        }
    }

    @Override
    public void answered(String component, String request, long key, Outcome outcome, long insideNanos, long nowNanos) {
        Passage passage = byKey.get(key);
        if (passage != null) {
            passage.cameBackNanos = nowNanos;
        }
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        Passage passage = byKey.get(key);
        if (passage != null) {
            passage.overNanos = nowNanos;
            passage.outcome = outcome;
        }
        other.ended(users, request, key, outcome, tookNanos, nowNanos);
    }

    @Override
    public void left(String users, long session, long nowNanos) {
        leaving.left(session);
    }

    /** Returns all requests, in the order of their sending. */
    List<Passage> all() {
        return all;
    }
}
