package dev.foreshock.engine.compare;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Contenders side by side.
 *
 * @param scenario the name of the scenario
 * @param clock the time that it plays in
 * @param plan how they were compared
 * @param demanded the largest share of draws in which a gate must hold
 * @param demands the share of draws in which each gate must hold, by name; a set passes if each holds in its own
 * @param gates the gates, by name
 * @param figures what is shown of every set beside its gates, by name
 * @param knobs the knobs that were drawn; if there are none, draws are replications
 * @param standings how each did, the unchanged scenario first, then from the cheapest to the dearest
 * @param same larger sets that come to the same scenario as a smaller one and were left out: name by name
 * @param untried sets for which the budget left no run
 * @param notNeeded sets of which a part is known to suffice, run or not: that part is cheaper, and nobody needs the rest
 * @param cheapest the cheapest contender that passed; null if none did, or if prices cannot be compared
 * @param rankingFlips how far prices may be off before another set is the cheapest, the one that may be off least first; empty if
 *     there is no cheapest set, or if prices are not added up
 * @param deciders what verdicts hang on, contender by contender, the most important knob of each first; empty if there was nothing
 *     to explain
 * @param flipsTogether what came of letting several knobs go together, for each set whose verdict no single one flips; empty if
 *     nobody searched
 * @param spentEvents how many events were simulated
 * @param isStopped whether a person stopped it, so that this is what was known then
 * @param remaining what is left undecided, and what it would take
 */
public record Comparison(
        String scenario,
        Clock clock,
        ComparePlan plan,
        Percent demanded,
        Map<String, Percent> demands,
        Map<String, Claim> gates,
        Map<String, Figure> figures,
        List<Drawn> knobs,
        List<Standing> standings,
        Map<String, String> same,
        List<Contender> untried,
        List<Contender> notNeeded,
        @Nullable Contender cheapest,
        List<RankingFlip> rankingFlips,
        List<Decider> deciders,
        List<FlipTogether> flipsTogether,
        long spentEvents,
        boolean isStopped,
        Remaining remaining) {
    /** Copies the collections. */
    public Comparison {
        demands = Collections.unmodifiableMap(new TreeMap<>(demands));
        gates = Collections.unmodifiableMap(new TreeMap<>(gates));
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        knobs = List.copyOf(knobs);
        standings = List.copyOf(standings);
        same = Collections.unmodifiableMap(new TreeMap<>(same));
        untried = List.copyOf(untried);
        notNeeded = List.copyOf(notNeeded);
        rankingFlips = List.copyOf(rankingFlips);
        deciders = List.copyOf(deciders);
        flipsTogether = List.copyOf(flipsTogether);
    }

    /** Returns the unchanged scenario. */
    public Standing unchanged() {
        return standings.get(0);
    }
}
