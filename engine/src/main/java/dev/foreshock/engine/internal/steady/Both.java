package dev.foreshock.engine.internal.steady;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;

/**
 * Two recorders of one run.
 *
 * @param levels that of the levels, over the whole run
 * @param measures that of the measures, after the warm-up
 */
public record Both(Recorder levels, Recorder measures) implements Probe {
    @Override
    public void sent(String users, String request, long key, long nowNanos) {
        levels.sent(users, request, key, nowNanos);
        measures.sent(users, request, key, nowNanos);
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        levels.ended(users, request, key, outcome, tookNanos, nowNanos);
        measures.ended(users, request, key, outcome, tookNanos, nowNanos);
    }

    @Override
    public void occupied(String component, long workers, int busy, int waiting, long nowNanos) {
        levels.occupied(component, workers, busy, waiting, nowNanos);
        measures.occupied(component, workers, busy, waiting, nowNanos);
    }
}
