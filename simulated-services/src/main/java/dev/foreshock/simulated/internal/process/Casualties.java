package dev.foreshock.simulated.internal.process;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.model.Scenario;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Processes that ended though no fault had them end: what is observed without them is not the system's. They are told of a while after they were
 * found, as whoever ends everything ends some of it first.
 */
public final class Casualties {
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** A fault may be applied so much before its time, as clocks are read. */
    private static final long EARLY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Scenario scenario;
    private final Set<String> elsewhere;
    private long foundNanos = Long.MAX_VALUE;

    /**
     * Creates it for one run.
     *
     * @param hasFaults whether the faults of the scenario are part of the run
     */
    public Casualties(Scenario scenario, boolean hasFaults) {
        this.scenario = scenario;
        elsewhere = hasFaults ? Set.of() : scenario.faults().keySet();
    }

    /**
     * Returns what to tell of those that ended, once the grace is over.
     *
     * @param ended the components whose process has ended
     * @param nowNanos the time of the run
     */
    public Optional<String> told(Collection<String> ended, long nowNanos) {
        Set<String> unexpected = new TreeSet<>(ended);
        unexpected.removeIf(name -> isCrashed(name, nowNanos));
        if (unexpected.isEmpty()) {
            return Optional.empty();
        }
        foundNanos = Math.min(foundNanos, nowNanos);
        return nowNanos - foundNanos < GRACE_NANOS
                ? Optional.empty()
                : Optional.of("the process of " + String.join(", ", unexpected)
                        + " must run until the end, but ended, and no fault did that: what was observed without it is not the system's;"
                        + " see whether memory was short, or somebody ended it, and begin again");
    }

    private boolean isCrashed(String component, long nowNanos) {
        return scenario.faults().entrySet().stream()
                .filter(fault -> !elsewhere.contains(fault.getKey()))
                .map(fault -> fault.getValue())
                .anyMatch(fault -> fault.enabled()
                        && fault.on().equals(component)
                        && fault.does() instanceof Crash
                        && scenario.clock().nanosAt(fault.at()) - EARLY_NANOS <= nowNanos);
    }
}
