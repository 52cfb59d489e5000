package dev.foreshock.engine.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was observed of one component; null where it has no such thing, and where nobody knows it: callers count their calls, so that of one
 * who counts none, as HAProxy in a rehearsal, nothing is known.
 *
 * @param arrivals calls that arrived
 * @param completions calls it answered as wanted, in time or too late for their caller
 * @param outcomes calls by how they ended there, under {@link Outcome#text()}
 * @param utilization mean share of the workers that were busy, of those that were up (before semantics 2026.2: of all)
 * @param queueLength mean number of calls waiting
 * @param waitingTime mean time in the queue of those that left it for service, in seconds
 * @param responseTime mean time in the component of the calls that got in and were answered, whatever the outcome, in seconds
 * @param failovers the failures of its primaries and what became of them, in order; empty where it has no standby
 */
public record ComponentFigures(
        @Nullable Long arrivals,
        @Nullable Long completions,
        @Nullable Map<String, Long> outcomes,
        @Nullable Double utilization,
        @Nullable Double queueLength,
        @Nullable Double waitingTime,
        @Nullable Double responseTime,
        List<Failover> failovers) {
    /** Copies the collections. */
    public ComponentFigures {
        outcomes = outcomes == null ? null : Collections.unmodifiableMap(new TreeMap<>(outcomes));
        failovers = List.copyOf(failovers);
    }

    /** Creates figures of a component whose primary never failed, or that has none. */
    public ComponentFigures(
            @Nullable Long arrivals,
            @Nullable Long completions,
            @Nullable Map<String, Long> outcomes,
            @Nullable Double utilization,
            @Nullable Double queueLength,
            @Nullable Double waitingTime,
            @Nullable Double responseTime) {
        this(arrivals, completions, outcomes, utilization, queueLength, waitingTime, responseTime, List.of());
    }

    /** Returns these figures with what became of its primaries. */
    public ComponentFigures withFailovers(List<Failover> all) {
        return new ComponentFigures(
                arrivals, completions, outcomes, utilization, queueLength, waitingTime, responseTime, all);
    }

    /** Returns how many writes were acknowledged and are not there any more. */
    public long writesLost() {
        return failovers.stream().mapToLong(Failover::writesLost).sum();
    }
}
