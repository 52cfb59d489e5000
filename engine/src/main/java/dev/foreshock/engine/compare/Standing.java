package dev.foreshock.engine.compare;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a contender did.
 *
 * @param contender the contender
 * @param trials its runs, by draw and then by replication
 * @param outageSeconds all impacts together
 * @param cutShortShare the share of the runs in which an impact lasted when the run ended, so that outages are longer than counted
 * @param usersAffectedShare affected users as a share of the population
 * @param requestsLost requests that did not succeed
 * @param holds the share of draws in which all gates hold, with Wilson's interval
 * @param gates how each gate fared, by name
 * @param figures what was seen of each figure that is shown beside them, by name
 * @param verdict passed, deviated or inconclusive; error if a gate could not be observed
 * @param drawsToDecide how many draws it would take altogether to decide, should it go on as so far; 0 if it is decided
 * @param differences what it changes; null for the unchanged scenario
 * @param harms parts of it, or the unchanged scenario, than which it does worse
 */
public record Standing(
        Contender contender,
        List<Trial> trials,
        Spread outageSeconds,
        double cutShortShare,
        Spread usersAffectedShare,
        Spread requestsLost,
        Estimate holds,
        Map<String, GateStanding> gates,
        Map<String, Seen> figures,
        Verdict verdict,
        int drawsToDecide,
        @Nullable Differences differences,
        List<Harm> harms) {
    /** Copies the collections. */
    public Standing {
        harms = List.copyOf(harms);
        trials = List.copyOf(trials);
        gates = Collections.unmodifiableMap(new TreeMap<>(gates));
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}
