package dev.foreshock.simulated.internal.process;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.internal.wire.Death;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes and programs that ended though no fault had them end: what is observed without them is not the system's. They are told of a while
 * after they were found, as whoever ends everything ends some of it first.
 */
public final class Casualties {
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** A fault may be applied so much before its time, as clocks are read. */
    private static final long EARLY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long NOT_FOUND = Long.MAX_VALUE;

    private final Scenario scenario;
    private final Set<String> outside;
    private long foundNanos = NOT_FOUND;

    /**
     * Creates it for one run.
     *
     * @param outside the names of the faults that somebody applies to processes in it: no other ends one
     */
    public Casualties(Scenario scenario, Set<String> outside) {
        this.scenario = scenario;
        this.outside = Set.copyOf(outside);
    }

    /**
     * Returns what to tell of those that ended, once the grace is over.
     *
     * @param ended what has ended
     * @param nowNanos the time of the run
     */
    public Optional<String> told(Ended ended, long nowNanos) {
        List<Death> unexpected = new ArrayList<>(ended.programs());
        ended.processes().forEach((name, death) -> {
            if (!isCrashed(name, nowNanos)) {
                unexpected.add(death);
            }
        });
        if (unexpected.isEmpty()) {
            foundNanos = NOT_FOUND;
            return Optional.empty();
        }
        foundNanos = Math.min(foundNanos, nowNanos);
        return nowNanos - foundNanos < GRACE_NANOS
                ? Optional.empty()
                : Optional.of(joined(unexpected.stream().map(Death::program), " and ")
                        + " must run until the end, but ended, and no fault did that: what was observed without "
                        + (unexpected.size() == 1 ? "it" : "them") + " is not the system's;"
                        + " see whether memory was short, or somebody ended it, and begin again"
                        + joined(
                                unexpected.stream()
                                        .filter(death -> !death.how().isEmpty())
                                        .map(death -> "\n  " + death.program() + ": " + death.how()),
                                ""));
    }

    private static String joined(Stream<String> texts, String between) {
        return texts.collect(Collectors.joining(between));
    }

    /** Tells whether some were found, told or not: that the time of the run is over before the grace is does not excuse them. */
    public boolean areFound() {
        return foundNanos != NOT_FOUND;
    }

    private boolean isCrashed(String component, long nowNanos) {
        return scenario.faults().entrySet().stream()
                .filter(fault -> outside.contains(fault.getKey()))
                .map(fault -> fault.getValue())
                .anyMatch(fault -> fault.enabled()
                        && fault.on().equals(component)
                        && fault.does() instanceof Crash
                        && scenario.clock().nanosAt(fault.at()) - EARLY_NANOS <= nowNanos);
    }
}
