package dev.foreshock.engine.compare;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run of one contender came to.
 *
 * @param draw the draw of the knobs, from 0; {@link #AS_WRITTEN} for the values of the file
 * @param replication which of the seeds of that draw, from 0
 * @param outageSeconds all impacts together
 * @param isCutShort whether an impact lasted when the run ended, so that the outage is longer than {@code outageSeconds}
 * @param usersAffectedShare affected users as a share of the population
 * @param requestsLost requests that did not succeed
 * @param gates what was observed of each gate, by name
 * @param figures each figure that is shown beside them in its base unit, by name; infinite if it never came, NaN if it could not
 *     be observed
 * @param events events handled
 */
public record Trial(
        int draw,
        int replication,
        double outageSeconds,
        boolean isCutShort,
        double usersAffectedShare,
        double requestsLost,
        Map<String, Observed> gates,
        Map<String, Double> figures,
        long events) {
    /** The draw that is none: every knob as the file has it. */
    public static final int AS_WRITTEN = -1;

    /**
     * One gate in one run.
     *
     * @param value the measure in its base unit; infinite if it never came, NaN if it could not be observed
     * @param holds whether the gate holds; some do where nothing could be observed
     * @param why why it could not be observed and what would help, as far as that is known; else empty
     */
    public record Observed(double value, boolean holds, String why) {
        /** Tells whether nothing can be said about the gate. */
        public boolean isMissing() {
            return Double.isNaN(value) && !holds;
        }
    }

    /** Copies the maps. */
    public Trial {
        gates = Collections.unmodifiableMap(new TreeMap<>(gates));
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /** Tells whether all gates hold. */
    public boolean holds() {
        return gates.values().stream().allMatch(Observed::holds);
    }

    /** Tells whether something can be said about every gate. */
    public boolean isObserved() {
        return gates.values().stream().noneMatch(Observed::isMissing);
    }
}
