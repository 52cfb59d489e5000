package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;
import java.util.List;

/** Tells a probe of calls by the names of what they are known by as numbers. */
public final class ProbedCalls {
    private final Probe probe;
    private final String[] components;
    private final String[] requests;

    /**
     * Creates the teller.
     *
     * @param components the components, in the order of their numbers
     * @param classes the classes of requests, numbered from 1
     */
    public ProbedCalls(Probe probe, List<String> components, List<String> classes) {
        this.probe = probe;
        this.components = components.toArray(String[]::new);
        requests = new String[classes.size() + 1];
        requests[0] = "";
        for (int i = 0; i < classes.size(); i++) {
            requests[i + 1] = classes.get(i);
        }
    }

    void arrived(int component, int request, long key, long nowNanos) {
        if (component < components.length) { // what comes after is asked how it is, and nothing else
            probe.arrived(components[component], requests[request], key, nowNanos);
        }
    }

    void answered(int component, int request, long key, Outcome outcome, long insideNanos, long nowNanos) {
        if (component < components.length) {
            probe.answered(components[component], requests[request], key, outcome, insideNanos, nowNanos);
        }
    }

    /** A user sent a request. */
    public void sent(String users, int request, long key, long nowNanos) {
        probe.sent(users, requests[request], key, nowNanos);
    }

    /** A user's request ended. */
    public void ended(String users, int request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        probe.ended(users, requests[request], key, outcome, tookNanos, nowNanos);
    }

    /** A user left. */
    public void left(String users, long session, long nowNanos) {
        probe.left(users, session, nowNanos);
    }
}
