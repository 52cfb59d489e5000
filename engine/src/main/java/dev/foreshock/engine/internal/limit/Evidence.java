package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run shows of the limits of its components. A limit that nothing waited for, was turned away by or crashed at cannot have
 * broken anything: without it the run would be the same, event for event.
 *
 * @param figures the figures by component
 * @param saturatedAt when a component was first noted to be saturated, by component
 */
record Evidence(Map<String, ComponentFigures> figures, Map<String, Long> saturatedAt) {
    static Evidence of(RunResult run) {
        Map<String, Long> saturated = new TreeMap<>();
        run.journal()
                .of(Event.SATURATED)
                .sorted(Comparator.comparingLong(JournalEntry::atNanos))
                .forEach(entry -> saturated.putIfAbsent(entry.subject(), entry.atNanos()));
        return new Evidence(run.components(), saturated);
    }

    /** Returns those of {@code limits} that may have mattered: of what was saturated first, then of what was busiest. */
    List<SizeLimit> suspects(List<SizeLimit> limits) {
        return limits.stream()
                .filter(this::mayMatter)
                .sorted(Comparator.<SizeLimit>comparingLong(
                                limit -> saturatedAt.getOrDefault(limit.component(), Long.MAX_VALUE))
                        .thenComparing(Comparator.<SizeLimit>comparingDouble(limit -> utilization(limit.component()))
                                .reversed()))
                .toList();
    }

    /** Returns the busiest of {@code limits}, those of saturated components before all others. */
    SizeLimit busiest(List<SizeLimit> limits) {
        return limits.stream()
                .max(Comparator.<SizeLimit, Boolean>comparing(limit -> saturatedAt.containsKey(limit.component()))
                        .thenComparing(limit -> utilization(limit.component()))
                        .thenComparing(limit -> -limits.indexOf(limit)))
                .orElseThrow();
    }

    private double utilization(String component) {
        ComponentFigures of = figures.get(component);
        return of == null || of.utilization() == null ? 0 : of.utilization();
    }

    private boolean mayMatter(SizeLimit limit) {
        ComponentFigures of = figures.get(limit.component());
        if (of == null || of.utilization() == null || limit.keys().size() > 1) {
            return true; // nothing is counted of links
        }
        return happened(of, Outcome.SHED)
                || happened(of, Outcome.RESET)
                || happened(of, Outcome.REFUSED)
                || isPositive(of.queueLength())
                || isPositive(of.waitingTime());
    }

    private static boolean happened(ComponentFigures of, Outcome outcome) {
        Map<String, Long> outcomes = of.outcomes();
        return outcomes != null && outcomes.getOrDefault(outcome.text(), 0L) > 0;
    }

    private static boolean isPositive(@Nullable Double figure) {
        return figure != null && figure > 0;
    }
}
