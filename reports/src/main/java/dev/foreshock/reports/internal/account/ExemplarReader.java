package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.unit.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@code result.json} says of one replication. */
final class ExemplarReader {
    private final Fields root;
    private final Fields fields;
    private final Clock clock;

    ExemplarReader(Fields root) {
        this.root = root;
        fields = root.at("exemplar");
        clock = clock(root.at("clock"));
    }

    private static Clock clock(Fields clock) {
        try {
            return new Clock(time(clock, "start"), Duration.ofNanos(nanos(clock, "lengthSeconds")));
        } catch (UnreadableException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(clock.where() + ": " + e.getMessage());
        }
    }

    Exemplar exemplar() {
        return new Exemplar(
                root.count("exemplarReplication"),
                clock,
                incident(),
                intervals(root.list("outages")),
                intervals(fields.list("blackouts")),
                phases(),
                series(fields.at("series")),
                (long) fields.amount("population"),
                journal());
    }

    private @Nullable Incident incident() {
        Fields incident = fields.at("incident");
        return incident.has("start") ? new Incident(at(incident, "start"), atOrNull(incident, "end")) : null;
    }

    private List<Interval> intervals(List<Fields> list) {
        List<Interval> intervals = new ArrayList<>();
        for (Fields one : list) {
            Long end = atOrNull(one, "end");
            intervals.add(new Interval(at(one, "start"), end == null ? clock.lengthNanos() : end, end == null));
        }
        return intervals;
    }

    private Phases phases() {
        Fields phases = fields.at("phases");
        return new Phases(
                atOrNull(phases, "trigger"),
                atOrNull(phases, "detect"),
                atOrNull(phases, "acknowledge"),
                atOrNull(phases, "diagnose"),
                atOrNull(phases, "mitigate"),
                atOrNull(phases, "effect"),
                atOrNull(phases, "recover"));
    }

    private static TimeSeries series(Fields series) {
        Map<String, List<Double>> gauges = new LinkedHashMap<>();
        Fields named = series.at("gauges");
        List<Double> offered = series.numbers("offered");
        named.names().forEach(name -> gauges.put(name, fitted(named.numbers(name), offered.size())));
        Map<String, List<Long>> failures = new LinkedHashMap<>();
        Fields kinds = series.at("failures");
        kinds.names().forEach(name -> failures.put(name, wholes(kinds.numbers(name), offered.size())));
        return new TimeSeries(
                Math.max(1, nanos(series, "binSeconds")),
                wholes(offered, offered.size()),
                wholes(series.numbers("succeeded"), offered.size()),
                wholes(series.numbers("failed"), offered.size()),
                wholes(series.numbers("affected"), offered.size()),
                fitted(series.numbers("p50"), offered.size()),
                fitted(series.numbers("p99"), offered.size()),
                gauges,
                failures);
    }

    /** Charts go by one number of bins, whatever an edited file has. */
    private static List<Double> fitted(List<Double> values, int size) {
        List<Double> fitted = new ArrayList<>(values.subList(0, Math.min(size, values.size())));
        while (fitted.size() < size) {
            fitted.add(Double.NaN);
        }
        return fitted;
    }

    private static List<Long> wholes(List<Double> values, int size) {
        return fitted(values, size).stream().map(Math::round).toList();
    }

    private Journal journal() {
        List<JournalEntry> entries = new ArrayList<>();
        for (Fields entry : root.list("timeline")) {
            entries.add(new JournalEntry(
                    entry.count("id"),
                    at(entry, "at"),
                    event(entry),
                    entry.text("subject"),
                    entry.text("who"),
                    entry.text("event"),
                    entry.has("cause") ? entry.count("cause") : -1));
        }
        return new Journal(entries, root.has("timelineDropped") ? (long) root.amount("timelineDropped") : 0);
    }

    private static JournalEntry.Event event(Fields entry) {
        String name = entry.text("kind").replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        for (JournalEntry.Event event : JournalEntry.Event.values()) {
            if (event.name().equals(name)) {
                return event;
            }
        }
        throw new UnreadableException(entry.where() + "/kind must be a kind of change, but was " + entry.text("kind"));
    }

    private long at(Fields from, String name) {
        return Duration.between(clock.start(), time(from, name)).toNanos();
    }

    private @Nullable Long atOrNull(Fields from, String name) {
        return from.has(name) ? at(from, name) : null;
    }

    private static OffsetDateTime time(Fields from, String name) {
        try {
            return OffsetDateTime.parse(from.text(name));
        } catch (DateTimeException e) {
            throw new UnreadableException(from.where() + "/" + name
                    + " must be a time such as 2026-03-14T08:30:00.000+01:00, but was " + from.text(name));
        }
    }

    private static long nanos(Fields from, String name) {
        return Math.round(from.number(name) * 1e9);
    }
}
