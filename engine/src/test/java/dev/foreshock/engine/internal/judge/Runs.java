package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.RequestFigures;
import dev.foreshock.engine.result.Requests;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.result.Users;
import dev.foreshock.engine.unit.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Makes runs out of figures. */
final class Runs {
    static final long MINUTE = 60_000_000_000L;

    private long offered = 100;
    private Users users = new Users(100, 30);
    private Incident incident;
    private List<Interval> impacts = List.of();
    private List<Interval> blackouts = List.of();
    private Phases phases = new Phases(null, null, null, null, null, null, null);
    private ResponseTimes times = new ResponseTimes(1, 2, 3, 4, 5);
    private final List<JournalEntry> entries = new ArrayList<>();
    private List<Long> good = Collections.nCopies(60, 90L);
    private List<Long> bad = Collections.nCopies(60, 10L);
    private long dropped;
    private Map<String, RequestFigures> classes = Map.of();

    Runs affected(long count) {
        users = new Users(100, count);
        return this;
    }

    Runs nobody() {
        users = new Users(0, 0);
        times = null;
        good = Collections.nCopies(60, 0L);
        bad = good;
        return this;
    }

    Runs incident(int start, Integer end) {
        incident = new Incident(start * MINUTE, end == null ? null : end * MINUTE);
        return this;
    }

    Runs impacts(Interval... intervals) {
        impacts = List.of(intervals);
        return this;
    }

    Runs blackouts(Interval... intervals) {
        blackouts = List.of(intervals);
        return this;
    }

    Runs phases(Phases of) {
        phases = of;
        return this;
    }

    Runs entry(double minute, Event event, String subject) {
        entries.add(new JournalEntry(entries.size(), Math.round(minute * MINUTE), event, subject, subject, "", -1));
        return this;
    }

    Runs classes(Map<String, RequestFigures> byName) {
        classes = byName;
        return this;
    }

    Runs dropping(long count) {
        dropped = count;
        return this;
    }

    Runs minutes(List<Long> succeeded, List<Long> failed) {
        good = succeeded;
        bad = failed;
        return this;
    }

    static Interval minutes(int from, int to) {
        return new Interval(from * MINUTE, to * MINUTE, false);
    }

    static Interval open(int from) {
        return new Interval(from * MINUTE, 60 * MINUTE, true);
    }

    RunResult build() {
        TimeSeries series = new TimeSeries(MINUTE, good, good, bad, good, List.of(), List.of(), Map.of(), Map.of());
        return new RunResult(
                "simulated",
                0,
                Clock.of("2026-01-01T09:00:00Z", Duration.ofHours(1)),
                new Requests(offered, 90, 10, 0, Map.of()),
                users,
                incident,
                impacts,
                blackouts,
                phases,
                null,
                times,
                Map.of(),
                classes,
                series,
                series,
                new Journal(entries, dropped),
                1,
                1);
    }
}
