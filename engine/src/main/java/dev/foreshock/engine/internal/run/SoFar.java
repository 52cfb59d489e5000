package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.journal.JournalBook;
import dev.foreshock.engine.model.ImpactSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.TimeSeries;
import java.util.List;
import java.util.Map;

/**
 * What is known for good while a run goes on. Every figure that only grows is at most what it will be at the end: minutes of which
 * a request is still under way are left out, an open impact ends before the good minutes that may turn out to be its end, and
 * affected users are a share of everybody who will have come.
 */
final class SoFar {
    private static final Phases UNKNOWN = new Phases(null, null, null, null, null, null, null);

    private final Scenario scenario;
    private final Ledger ledger;
    private final JournalBook journal;
    private final long everybody;

    SoFar(Scenario scenario, Ledger ledger, JournalBook journal, List<Crowd> crowds) {
        this.scenario = scenario;
        this.ledger = ledger;
        this.journal = journal;
        everybody = crowds.stream()
                .mapToLong(crowd -> crowd.comingBefore(ledger.windowEndNanos()))
                .sum();
    }

    /** Returns a result of which only such figures mean anything. */
    RunResult at(long nanos) {
        TimeSeries known = ledger.minutesForGood(nanos);
        ImpactSpec spec = scenario.define().impact();
        TimeSeries bad = known.first(Impacts.withoutLastGood(known, spec.until().share()));
        Impacts impacts = new Impacts(bad, bad.size() * bad.binNanos());
        return new RunResult(
                "simulated",
                0,
                scenario.clock(),
                ledger.requests(),
                ledger.usersAmong(everybody),
                null,
                impacts.impacts(spec),
                impacts.below(scenario.define().blackout().share()),
                UNKNOWN,
                null,
                null,
                Map.of(),
                ledger.classes(),
                known,
                known,
                journal.close(),
                0,
                0);
    }
}
