package dev.foreshock.engine.compare;

import dev.foreshock.engine.unit.Percent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contenders side by side.
 *
 * @param scenario the name of the scenario
 * @param plan how they were compared
 * @param demanded the share of draws in which all gates must hold
 * @param knobs the paths of the knobs that were drawn; if there are none, draws are replications
 * @param standings how each did, the unchanged scenario first, then from the cheapest to the dearest
 * @param same sets that come to the same scenario as another, which ran for them: name by name
 * @param cheapest the cheapest contender that passed; null if none did, or if prices cannot be compared
 * @param deciders what the verdict of one contender hangs on, the most important knob first; empty if there was nothing to explain
 * @param explained the share of that spread that all knobs together explain, from 0 to 1; NaN if there was nothing to explain
 * @param spentEvents how many events were simulated
 */
public record Comparison(
        String scenario,
        ComparePlan plan,
        Percent demanded,
        List<String> knobs,
        List<Standing> standings,
        java.util.Map<String, String> same,
        @Nullable Contender cheapest,
        List<Decider> deciders,
        double explained,
        long spentEvents) {
    /** Copies the collections. */
    public Comparison {
        knobs = List.copyOf(knobs);
        standings = List.copyOf(standings);
        same = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(same));
        deciders = List.copyOf(deciders);
    }

    /** Returns the unchanged scenario. */
    public Standing unchanged() {
        return standings.get(0);
    }
}
