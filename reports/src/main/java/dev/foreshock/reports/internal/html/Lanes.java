package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Exemplar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes into each lane of the timeline: what users saw, each alert, and the steps of each responder. */
final class Lanes {
    /** Marks the lane of an alert, which may have the name of a responder. */
    static final String ALERT = "alert:";

    private final Exemplar run;
    private final Map<String, List<Bar>> lanes = new LinkedHashMap<>();

    private Lanes(Exemplar run) {
        this.run = run;
    }

    static Map<String, List<Bar>> of(Exemplar run) {
        Lanes lanes = new Lanes(run);
        lanes.users();
        lanes.alerts();
        lanes.steps();
        return lanes.lanes;
    }

    private void users() {
        List<Bar> bars = lane("users");
        for (Interval impact : run.impacts()) {
            bars.add(new Bar(impact.startNanos(), impact.endNanos(), "impact", Ink.IMPACT));
        }
        for (Interval blackout : run.blackouts()) {
            bars.add(new Bar(blackout.startNanos(), blackout.endNanos(), "blackout", Ink.BLACKOUT));
        }
    }

    private void alerts() {
        run.journal()
                .of(Event.FIRING)
                .forEach(firing -> lane(ALERT + firing.subject())
                        .add(new Bar(firing.atNanos(), endOf(firing, Event.RESOLVED), "alert", Ink.ALERT)));
    }

    private void steps() {
        run.journal().of(Event.STEP_BEGAN).forEach(begun -> {
            long failed = endOf(begun, Event.STEP_FAILED);
            long done = endOf(begun, Event.STEP_DONE);
            boolean hasFailed = failed < run.clock().lengthNanos() && !startsAnew(begun, failed);
            lane(begun.who())
                    .add(new Bar(
                            begun.atNanos(),
                            hasFailed ? failed : done,
                            hasFailed ? begun.subject() + " (failed)" : begun.subject(),
                            hasFailed ? Ink.FAILED : Ink.STEP));
        });
    }

    private boolean startsAnew(JournalEntry begun, long until) {
        return run.journal()
                .of(Event.STEP_BEGAN)
                .anyMatch(other -> other.id() > begun.id()
                        && other.atNanos() < until
                        && other.subject().equals(begun.subject()));
    }

    private long endOf(JournalEntry start, Event event) {
        return run.journal()
                .of(event)
                .filter(entry -> entry.id() > start.id() && entry.subject().equals(start.subject()))
                .mapToLong(JournalEntry::atNanos)
                .findFirst()
                .orElse(run.clock().lengthNanos());
    }

    private List<Bar> lane(String name) {
        return lanes.computeIfAbsent(name, key -> new ArrayList<>());
    }
}
