package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one set of measures did.
 *
 * @param name its name
 * @param variants what it is made of; empty for the unchanged scenario
 * @param verdict the verdict
 * @param drawsToDecide how many draws would decide it; 0 if it is decided
 * @param price what it takes
 * @param firstYear what that comes to in the first year, in one currency; null if the file does not say what units are worth
 * @param reliesOn what must be true for it to be possible at all
 * @param cutShortShare the share of runs in which an impact lasted when the run ended, so that outages are longer than counted
 * @param chance what chance alone makes of the next two; null if no draw was run with several seeds
 * @param outage all impacts together, in seconds
 * @param affected affected users as a share
 * @param lost requests that did not succeed
 * @param holds the share of draws in which all gates hold
 * @param gates how each gate fared, by name
 * @param shown what else is shown of it, by name
 * @param harms the parts of it than which it does worse
 */
public record MeasureSet(
        String name,
        List<String> variants,
        Verdict verdict,
        int drawsToDecide,
        String price,
        @Nullable Double firstYear,
        List<String> reliesOn,
        double cutShortShare,
        @Nullable Chance chance,
        Sight outage,
        Sight affected,
        Sight lost,
        Estimate holds,
        List<GateSight> gates,
        List<Sight> shown,
        List<Damage> harms) {
    /** Copies the lists. */
    public MeasureSet {
        variants = List.copyOf(variants);
        reliesOn = List.copyOf(reliesOn);
        gates = List.copyOf(gates);
        shown = List.copyOf(shown);
        harms = List.copyOf(harms);
    }

    /** Tells whether this is the scenario as it is. */
    public boolean isUnchanged() {
        return variants.isEmpty();
    }
}
