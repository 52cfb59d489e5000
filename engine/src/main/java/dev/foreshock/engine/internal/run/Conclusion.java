package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Aftermath;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.TimeSeries;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Draws the conclusions from what was written down in a run, in either world.
 *
 * @param scenario the scenario
 * @param ledger what became of requests and users, closed
 * @param journal the journal
 * @param away when traffic was not where it belongs
 */
record Conclusion(Scenario scenario, Ledger ledger, Journal journal, List<Interval> away) {
    /**
     * Returns the result.
     *
     * @param world which world it was
     * @param replication the replication
     * @param aftermath returns what became of the system, given the impacts
     * @param components figures by component
     * @param gauges gauges by name
     * @param events events handled
     * @param checksum a hash over them
     */
    RunResult result(
            String world,
            int replication,
            Function<List<Interval>, @Nullable Aftermath> aftermath,
            Map<String, ComponentFigures> components,
            Map<String, List<Double>> gauges,
            long events,
            long checksum) {
        TimeSeries minutes = ledger.minutes();
        long endNanos = scenario.clock().lengthNanos();
        IncidentReview review = new IncidentReview(scenario, journal, new Impacts(minutes, endNanos), away);
        Incident incident = review.incident();
        return new RunResult(
                world,
                replication,
                scenario.clock(),
                ledger.requests(),
                ledger.users(),
                incident,
                review.impacts(),
                review.blackouts(),
                review.phases(incident),
                aftermath.apply(review.impacts()),
                ledger.responseTimes(),
                components,
                ledger.classes(),
                minutes,
                ledger.fine(gauges),
                journal,
                events,
                checksum);
    }
}
