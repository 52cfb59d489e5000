package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells of the faults that services of a twin apply by themselves, as they begin and end: in the words in which those are told that are
 * injected from outside. Services go by the clock of the scenario, and so does this. For one thread.
 */
final class FaultsInside {
    private final Queue<Turn> turns;
    private final Consumer<String> tells;

    /** A fault that begins or ends. */
    private record Turn(long atNanos, boolean isBegin, String text) {}

    /**
     * Creates it.
     *
     * @param outside the names of the faults that somebody else tells of
     */
    FaultsInside(Scenario scenario, Set<String> outside, Consumer<String> tells) {
        this.tells = tells;
        long end = scenario.clock().lengthNanos();
        List<Turn> all = new ArrayList<>();
        scenario.faults().forEach((name, fault) -> {
            long begin = scenario.clock().nanosAt(fault.at());
            if (fault.enabled() && !outside.contains(name) && begin < end) {
                boolean isEnded = scenario.endedBy(name).isPresent();
                all.addAll(isEnded ? List.of(unlessEnded(name, fault, begin)) : turns(name, fault, begin, end));
            }
        });
        all.sort(Comparator.comparingLong(Turn::atNanos).thenComparing(Turn::isBegin));
        turns = new ArrayDeque<>(all);
    }

    /** When somebody will have ended it, nobody knows before. */
    private static Turn unlessEnded(String name, FaultSpec fault, long begin) {
        String length = fault.lasts() == null ? "" : ", or for " + Spans.text(fault.lasts());
        return new Turn(begin, true, "begins: " + name + " (" + fault.text() + "), until a step ends it" + length);
    }

    /** What would outlast the scenario ends with it; what has no end has none. */
    private static List<Turn> turns(String name, FaultSpec fault, long begin, long end) {
        String text = name + " (" + fault.text() + ")";
        Turn begins = new Turn(begin, true, "begins: " + text);
        Duration lasts = fault.lasts();
        return lasts == null
                ? List.of(begins)
                : List.of(begins, new Turn(Math.min(end, begin + lasts.toNanos()), false, "is over: " + text));
    }

    /** Tells what has begun and ended by a time of the scenario, in nanoseconds since its start, and was not told yet. */
    void until(long nanos) {
        for (Turn next = turns.peek(); next != null && next.atNanos() <= nanos; next = turns.peek()) {
            tells.accept(turns.remove().text());
        }
    }
}
