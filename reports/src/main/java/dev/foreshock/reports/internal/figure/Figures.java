package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.result.RunResult;
import java.util.function.ToDoubleFunction;

/** Figures of one replication, in seconds where they are times; NaN where there is nothing to tell, infinite for never. */
public final class Figures {
    private Figures() {}

    /** The first page. */
    public static double incidentStart(RunResult run) {
        Incident incident = run.incident();
        return incident == null ? Double.NaN : seconds(incident.startNanos());
    }

    /** The end of the incident. */
    public static double incidentEnd(RunResult run) {
        Incident incident = run.incident();
        if (incident == null) {
            return Double.NaN;
        }
        Long end = incident.endNanos();
        return end == null ? Double.POSITIVE_INFINITY : seconds(end);
    }

    /** From the first page to the end of the incident. */
    public static double incidentDuration(RunResult run) {
        return incidentEnd(run) - incidentStart(run);
    }

    /** All impacts together; one that is still open counts to the end of the run. */
    public static double impactTotal(RunResult run) {
        return seconds(run.impactTotalNanos());
    }

    /** The longest impact; one that is still open counts to the end of the run. */
    public static double impactLongest(RunResult run) {
        return seconds(run.impactLongestNanos());
    }

    /** Share of the requests sent that succeeded. */
    public static double success(RunResult run) {
        return run.requests().offered() == 0
                ? Double.NaN
                : (double) run.requests().succeeded() / run.requests().offered();
    }

    /** Share of the population that was affected. */
    public static double affectedShare(RunResult run) {
        return run.users().affectedShare();
    }

    /** Returns a figure of the response times, NaN where no request ended. */
    public static ToDoubleFunction<RunResult> responseTime(ToDoubleFunction<ResponseTimes> figure) {
        return run -> {
            ResponseTimes times = run.responseTimes();
            return times == null ? Double.NaN : figure.applyAsDouble(times);
        };
    }

    /** Returns in which share of the replications with an incident it did not end. */
    public static double incidentNeverShare(RunSet runs) {
        long incidents =
                runs.runs().stream().filter(run -> run.incident() != null).count();
        return incidents == 0
                ? 0
                : runs.neverShare(Figures::incidentEnd) * runs.runs().size() / incidents;
    }

    /** Returns in which share of the replications an impact lasted to the end of the run. */
    public static double impactNeverShare(RunSet runs) {
        long open = runs.runs().stream()
                .filter(run -> run.impacts().stream().anyMatch(Interval::open))
                .count();
        return (double) open / runs.runs().size();
    }

    /** Tells whether nothing went wrong in any replication: no impact, and nobody was paged. */
    public static boolean isHealthy(RunResult run) {
        return run.impacts().isEmpty() && run.incident() == null;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
