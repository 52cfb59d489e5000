package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.ImpactSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Says when the incident began and ended, and how the response went.
 *
 * <p>The incident begins with the first page. It lasts as long as impacts (down to the recovered share), traffic away from
 * home and work on the response follow each other with gaps no longer than impacts are merged over; it ends with the last
 * impact or stretch away from home in that chain, or at once if there was none.
 */
final class IncidentReview {
    private static final long TAKES_EFFECT_NANOS = 15 * 60_000_000_000L;

    private final Scenario scenario;
    private final Journal journal;
    private final List<Interval> impacts;
    private final List<Interval> notRecovered;
    private final List<Interval> blackouts;
    private final List<Interval> away;
    private final long endNanos;
    private final long binNanos;

    IncidentReview(Scenario scenario, Journal journal, Impacts finder, List<Interval> away) {
        this.scenario = scenario;
        this.journal = journal;
        this.away = away;
        Definitions define = scenario.define();
        ImpactSpec impact = define.impact();
        impacts = finder.impacts(impact);
        notRecovered = finder.impacts(impact.until(define.recovered()));
        blackouts = finder.below(define.blackout().share());
        endNanos = scenario.clock().lengthNanos();
        binNanos = finder.binNanos();
    }

    List<Interval> impacts() {
        return impacts;
    }

    List<Interval> blackouts() {
        return blackouts;
    }

    @Nullable
    Incident incident() {
        OptionalLong page =
                journal.of(Event.PAGED).mapToLong(JournalEntry::atNanos).findFirst();
        if (page.isEmpty()) {
            return null;
        }
        long start = page.getAsLong();
        long gap = scenario.define().impact().mergeGaps().toNanos();
        List<Interval> trouble = new ArrayList<>(notRecovered);
        trouble.addAll(away);
        List<Interval> chain = new ArrayList<>(trouble);
        chain.addAll(work());
        chain.sort(Comparator.comparingLong(Interval::startNanos));
        long reach = start;
        long end = start;
        boolean open = false;
        for (Interval link : chain) {
            if (link.endNanos() < start || link.startNanos() > reach + gap) {
                continue;
            }
            reach = Math.max(reach, link.endNanos());
            if (trouble.contains(link)) {
                end = Math.max(end, link.endNanos());
                open |= link.open();
            }
        }
        return new Incident(start, open ? null : end);
    }

    /** The stretches in which a responder was on the way or a step under way, seeing whether it works included. */
    private List<Interval> work() {
        List<Interval> work = new ArrayList<>();
        Map<String, Integer> underWay = new HashMap<>();
        for (JournalEntry entry : journal.entries()) {
            ResponderSpec person = scenario.responders().get(entry.subject());
            switch (entry.event()) {
                case ACKNOWLEDGED ->
                    work.add(before(
                            entry, person == null ? 0 : person.reachedIn().toNanos()));
                case JOINED ->
                    work.add(before(entry, person == null ? 0 : person.joinsIn().toNanos()));
                case STEP_BEGAN -> {
                    underWay.put(entry.subject(), work.size());
                    work.add(new Interval(entry.atNanos(), endNanos, false));
                }
                case STEP_DONE, STEP_FAILED -> {
                    Integer begun = underWay.get(entry.subject());
                    if (begun != null) {
                        work.set(begun, new Interval(work.get(begun).startNanos(), entry.atNanos(), false));
                    }
                }
                default -> {}
            }
        }
        return work;
    }

    private static Interval before(JournalEntry entry, long nanos) {
        return new Interval(entry.atNanos() - nanos, entry.atNanos(), false);
    }

    Phases phases(@Nullable Incident incident) {
        if (impacts.isEmpty()) {
            Long detect = incident == null ? null : Long.valueOf(incident.startNanos());
            return new Phases(null, detect, first(Event.ACKNOWLEDGED, 0), null, null, null, null);
        }
        Interval longest = impacts.stream()
                .max(Comparator.comparingLong(Interval::lengthNanos))
                .orElseThrow();
        Interval felt = blackouts.stream()
                .filter(blackout ->
                        blackout.startNanos() >= longest.startNanos() && blackout.endNanos() <= longest.endNanos())
                .filter(blackout -> 2 * blackout.lengthNanos() >= longest.lengthNanos())
                .max(Comparator.comparingLong(Interval::lengthNanos))
                .orElse(longest);
        // What was done in the first half of the first good minute can be what made it good.
        Long mitigate = felt.open() ? null : lastMitigation(felt.endNanos() + binNanos / 2);
        return new Phases(
                impacts.get(0).startNanos(),
                incident == null ? null : Long.valueOf(incident.startNanos()),
                first(Event.ACKNOWLEDGED, 0),
                mitigate == null ? null : lastFinding(mitigate),
                mitigate,
                felt.open() ? null : Long.valueOf(felt.endNanos()),
                incident == null ? null : incident.endNanos());
    }

    private @Nullable Long first(Event event, long from) {
        return journal.of(event)
                .filter(entry -> entry.atNanos() >= from)
                .map(JournalEntry::atNanos)
                .findFirst()
                .orElse(null);
    }

    /** An action long before the end is no mitigation: whatever ended it then was something else. */
    private @Nullable Long lastMitigation(long before) {
        Long acted = last(Event.ACTED, before);
        return acted == null || before - acted > TAKES_EFFECT_NANOS ? null : acted;
    }

    private @Nullable Long lastFinding(long before) {
        return last(Event.LEARNED, before);
    }

    private @Nullable Long last(Event event, long before) {
        return journal.of(event)
                .map(JournalEntry::atNanos)
                .filter(at -> at <= before)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
