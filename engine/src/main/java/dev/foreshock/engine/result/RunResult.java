package dev.foreshock.engine.result;

import dev.foreshock.engine.unit.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a scenario, in either world. What a world could not observe is absent, never 0.
 *
 * @param world {@code simulated} or {@code staging}, the real processes of a rehearsal
 * @param replication its number, from 0
 * @param clock the time it played in
 * @param requests what became of the requests
 * @param users who was affected
 * @param incident from the first page to the end, or null if nobody was paged
 * @param impacts the impacts (outages), in order
 * @param blackouts the blackouts, in order
 * @param phases the times of the response
 * @param aftermath what became of the system once its trigger was over; null if it was not over before the end, or too shortly before it to tell
 * @param responseTimes response times, or null if no request ended
 * @param components figures by component
 * @param classes figures by class of requests; empty if requests are of no class
 * @param minutes the series that impacts are judged by, one bin a minute
 * @param series a finer series for charts; bins double when there are too many
 * @param journal changes of state with their causes
 * @param events events handled by the simulator, 0 in a rehearsal
 * @param checksum a hash over the order of all events, 0 in a rehearsal
 */
public record RunResult(
        String world,
        int replication,
        Clock clock,
        Requests requests,
        Users users,
        @Nullable Incident incident,
        List<Interval> impacts,
        List<Interval> blackouts,
        Phases phases,
        @Nullable Aftermath aftermath,
        @Nullable ResponseTimes responseTimes,
        Map<String, ComponentFigures> components,
        Map<String, RequestFigures> classes,
        TimeSeries minutes,
        TimeSeries series,
        Journal journal,
        long events,
        long checksum) {
    /** Copies the collections. */
    public RunResult {
        impacts = List.copyOf(impacts);
        blackouts = List.copyOf(blackouts);
        components = Collections.unmodifiableMap(new TreeMap<>(components));
        classes = Collections.unmodifiableMap(new TreeMap<>(classes));
    }

    /** Returns the length of all impacts together, in nanoseconds. */
    public long impactTotalNanos() {
        return impacts.stream().mapToLong(Interval::lengthNanos).sum();
    }

    /** Returns the length of the longest impact, in nanoseconds; 0 if there was none. */
    public long impactLongestNanos() {
        return impacts.stream().mapToLong(Interval::lengthNanos).max().orElse(0);
    }
}
