package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.unit.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The replication that stories are told of.
 *
 * @param number its number, from 0
 * @param clock the time it played in
 * @param incident from the first page to the end, or null if nobody was paged
 * @param impacts the impacts, in order
 * @param blackouts the blackouts, in order
 * @param phases the times of the response
 * @param series figures over time
 * @param population the users that are counted
 * @param journal changes of state with their causes
 */
public record Exemplar(
        int number,
        Clock clock,
        @Nullable Incident incident,
        List<Interval> impacts,
        List<Interval> blackouts,
        Phases phases,
        TimeSeries series,
        long population,
        Journal journal) {
    private static final String UP = ".up";
    private static final Pattern LETS_IN = Pattern.compile("(.+)\\.admit (\\S+%)");
    private static final String ALL = "100%";

    /** Copies the lists. */
    public Exemplar {
        impacts = List.copyOf(impacts);
        blackouts = List.copyOf(blackouts);
    }

    /** Returns the components of which nothing was up when the run ended, by name. */
    public List<String> downAtTheEnd() {
        return series.gauges().entrySet().stream()
                .filter(gauge -> gauge.getKey().endsWith(UP) && isZeroAtTheEnd(gauge.getValue()))
                .map(gauge -> gauge.getKey().substring(0, gauge.getKey().length() - UP.length()))
                .sorted()
                .toList();
    }

    /** Returns which share of its users a component let in when the run ended, of those where a step had it let in less than all. */
    public Map<String, String> closedAtTheEnd() {
        Map<String, String> shares = new TreeMap<>();
        journal.of(JournalEntry.Event.ACTED)
                .map(entry -> LETS_IN.matcher(entry.text()))
                .filter(Matcher::matches)
                .forEach(change -> shares.put(change.group(1), change.group(2)));
        shares.values().removeIf(ALL::equals);
        return shares;
    }

    private static boolean isZeroAtTheEnd(List<Double> values) {
        List<Double> read = values.stream().filter(Double::isFinite).toList();
        return !read.isEmpty() && read.get(read.size() - 1) == 0;
    }

    /** Tells whether users were served again with the end of a blackout, rather than with that of an impact without one or with a short one. */
    public boolean endsABlackout() {
        Long effect = phases.effect();
        return effect != null
                && blackouts.stream().anyMatch(blackout -> !blackout.open() && blackout.endNanos() == effect);
    }
}
