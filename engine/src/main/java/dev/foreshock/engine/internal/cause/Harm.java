package dev.foreshock.engine.internal.cause;

import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;

/**
 * What one run came to.
 *
 * @param outageSeconds all impacts together
 * @param usersAffectedShare affected users as a share of the population; 0 where nobody came
 * @param requestsLost requests that did not succeed
 * @param crashes crashes of all components
 * @param events events handled
 * @param checksum a hash over the order of all events
 */
record Harm(
        double outageSeconds,
        double usersAffectedShare,
        double requestsLost,
        double crashes,
        long events,
        long checksum) {
    private static final double NANOS = 1e9;

    static Harm of(RunResult run) {
        double affected = run.users().affectedShare();
        return new Harm(
                run.impactTotalNanos() / NANOS,
                Double.isNaN(affected) ? 0 : affected,
                run.requests().failed(),
                run.journal().entries().stream()
                        .filter(entry -> entry.event() == Event.CRASHED)
                        .count(),
                run.events(),
                run.checksum());
    }
}
