package dev.foreshock.engine.forecast;

import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A stretch of a scenario between two changes of its faults: before them, while some stand, after them. A fault that a step of the runbook ends
 * counts for its whole length, as nobody knows before a run when that will be.
 *
 * @param name what it is called
 * @param fromNanos when it begins, in nanoseconds since the start
 * @param untilNanos when it ends
 */
public record Phase(String name, long fromNanos, long untilNanos) {
    /** Returns the phases of {@code scenario}, in order; one for the whole run where it has no faults. */
    public static List<Phase> of(Scenario scenario) {
        long end = scenario.clock().lengthNanos();
        TreeSet<Long> cuts = new TreeSet<>(List.of(0L, end));
        scenario.faults().values().stream().filter(FaultSpec::enabled).forEach(fault -> {
            cuts.add(Math.min(end, begin(scenario, fault)));
            cuts.add(Math.min(end, over(scenario, fault)));
        });
        List<Phase> phases = new ArrayList<>();
        List<Long> times = List.copyOf(cuts);
        String last = "";
        for (int i = 0; i + 1 < times.size(); i++) {
            long from = times.get(i);
            List<String> standing = standing(scenario, from);
            String quiet = times.size() == 2 ? "whole run" : last.isEmpty() ? "before" : "after " + last;
            last = standing.isEmpty() ? last : String.join(" and ", standing);
            phases.add(new Phase(unlike(phases, standing.isEmpty() ? quiet : last), from, times.get(i + 1)));
        }
        return List.copyOf(phases);
    }

    /** Where one fault stands within another, the other goes on under another name. */
    private static String unlike(List<Phase> phases, String name) {
        boolean isTaken = phases.stream().anyMatch(phase -> phase.name().equals(name));
        return isTaken ? unlike(phases, name + " again") : name;
    }

    private static List<String> standing(Scenario scenario, long at) {
        return scenario.faults().entrySet().stream()
                .filter(fault -> fault.getValue().enabled())
                .filter(fault -> begin(scenario, fault.getValue()) <= at && at < over(scenario, fault.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long begin(Scenario scenario, FaultSpec fault) {
        return scenario.clock().nanosAt(fault.at());
    }

    private static long over(Scenario scenario, FaultSpec fault) {
        Duration lasts = fault.lasts();
        return lasts == null ? scenario.clock().lengthNanos() : begin(scenario, fault) + lasts.toNanos();
    }
}
