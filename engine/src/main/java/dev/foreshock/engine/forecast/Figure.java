package dev.foreshock.engine.forecast;

import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.RunResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure that both worlds know of a run.
 *
 * @param phase the phase it is of, as {@link Phase#name}, or {@link #INCIDENT}; requests count for the phase they were sent in
 * @param kind what it is
 */
public record Figure(String phase, Kind kind) {
    /** What is said of the incident as a whole stands after all phases, under this name. */
    public static final String INCIDENT = "incident";

    private static final Set<Kind> OF_INCIDENT =
            EnumSet.of(Kind.IMPACT, Kind.DETECT, Kind.ACKNOWLEDGE, Kind.RECOVER, Kind.FAIL_OVER, Kind.WRITES_LOST);

    /** Returns all figures that there can be of phases and of the incident, in order. */
    public static List<Figure> all(List<Phase> phases) {
        List<Figure> all = new ArrayList<>();
        for (Phase phase : phases) {
            EnumSet.complementOf(EnumSet.copyOf(OF_INCIDENT)).forEach(kind -> all.add(new Figure(phase.name(), kind)));
        }
        OF_INCIDENT.forEach(kind -> all.add(new Figure(INCIDENT, kind)));
        return List.copyOf(all);
    }

    /** Returns the figures of the incident of one run; those of what did not happen are absent. */
    public static Map<Figure, Double> ofIncident(RunResult run) {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        figures.put(new Figure(INCIDENT, Kind.IMPACT), run.impactTotalNanos() / 1e9);
        Phases phases = run.phases();
        put(figures, Kind.DETECT, phases.trigger(), phases.detect());
        put(figures, Kind.ACKNOWLEDGE, phases.trigger(), phases.acknowledge());
        put(figures, Kind.RECOVER, phases.trigger(), phases.recover());
        failovers(run, figures);
        return figures;
    }

    /** Adds how long no write was acknowledged by whatever failed over, the longest, and how many are lost. */
    private static void failovers(RunResult run, Map<Figure, Double> figures) {
        double longest = Double.NEGATIVE_INFINITY;
        long lost = 0;
        for (ComponentFigures component : run.components().values()) {
            for (Failover failover : component.failovers()) {
                longest = Math.max(longest, failover.seconds());
                lost += failover.writesLost();
            }
        }
        if (longest >= 0) {
            figures.put(new Figure(INCIDENT, Kind.WRITES_LOST), (double) lost);
        }
        if (longest >= 0 && Double.isFinite(longest)) {
            figures.put(new Figure(INCIDENT, Kind.FAIL_OVER), longest);
        }
    }

    /** Returns from the begin of each phase to the first time that a balancer took a target out, and back; absent where it did not. */
    public static Map<Figure, Double> ofTargets(List<Phase> phases, RunResult run) {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        for (JournalEntry entry : run.journal().entries()) {
            Kind kind = entry.event() == Event.TARGET_OUT ? Kind.OUT : Kind.BACK;
            if (entry.event() == Event.TARGET_OUT || entry.event() == Event.TARGET_BACK) {
                phases.stream()
                        .filter(phase -> phase.fromNanos() <= entry.atNanos() && entry.atNanos() < phase.untilNanos())
                        .findFirst()
                        .ifPresent(phase -> figures.putIfAbsent(
                                new Figure(phase.name(), kind), (entry.atNanos() - phase.fromNanos()) / 1e9));
            }
        }
        return figures;
    }

    private static void put(Map<Figure, Double> figures, Kind kind, @Nullable Long from, @Nullable Long to) {
        if (from != null && to != null) {
            figures.put(new Figure(INCIDENT, kind), (to - from) / 1e9);
        }
    }

    /** What can be compared. */
    public enum Kind {
        /** Requests answered as wanted, in time, per second of the phase. */
        GOODPUT("goodput", "/s"),
        /** The median of the response times of all requests that ended, however they did, in seconds. */
        MEDIAN("response time p50", "s"),
        /** The 99 % quantile of the same. */
        P99("response time p99", "s"),
        /** From the begin of the phase to the first request sent in it that was not answered as wanted, in seconds. */
        FIRST_FAILURE("first failure after", "s"),
        /** From the begin of the phase to the last request sent in it that was not answered as wanted, in seconds. */
        LAST_FAILURE("last failure after", "s"),
        /** From the begin of the phase to the first time that a balancer took a target out, in seconds. */
        OUT("target out after", "s"),
        /** From the begin of the phase to the first time that a balancer took a target back, in seconds. */
        BACK("target back after", "s"),
        /** All impacts together, in seconds. */
        IMPACT("impact in all", "s"),
        /** From the begin of the first impact to the first page, in seconds. */
        DETECT("detected after", "s"),
        /** From there until the first responder acts, in seconds. */
        ACKNOWLEDGE("acknowledged after", "s"),
        /** From there to the end of the incident, in seconds. */
        RECOVER("recovered after", "s"),
        /** From the failure of a primary to the first write that the new one acknowledged, in seconds. */
        FAIL_OVER("failed over after", "s"),
        /** Writes that were acknowledged and are not there any more. */
        WRITES_LOST("acknowledged writes lost", "");

        private final String text;
        private final String unit;

        Kind(String text, String unit) {
            this.text = text;
            this.unit = unit;
        }

        /** Returns its name for people. */
        public String text() {
            return text;
        }

        /** Returns its unit. */
        public String unit() {
            return unit;
        }
    }
}
