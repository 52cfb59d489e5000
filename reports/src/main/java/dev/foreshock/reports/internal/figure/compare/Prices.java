package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.Rates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how prices were compared, so that the ranking can be followed. */
public final class Prices {
    /** What to do where prices cannot be compared. */
    public static final String HOW_TO_RANK =
            "to say which is cheapest, give prices a ranking: compare: { rank-by: [...] }";

    private Prices() {}

    /** Returns how prices are compared as a sentence; empty if the file does not say. */
    public static String sentence(Measures measures) {
        return rates(measures).isEmpty() ? "" : "Prices are " + rates(measures) + ".";
    }

    /** Returns the rates by which prices are added up over the first year, or their order; empty if the file gives neither. */
    public static String rates(Measures measures) {
        Rates rates = measures.rates();
        String often = rates.perYear().entrySet().stream()
                .map(event -> event.getKey() + " " + Quantity.number(event.getValue()) + " times a year")
                .collect(Collectors.joining(", "));
        String how = !rates.worth().isEmpty()
                ? "added up over the first year in one currency: " + worth(rates.worth())
                : rates.rankBy().isEmpty()
                        ? ""
                        : "compared over the first year by " + String.join(", then by ", rates.rankBy());
        return how.isEmpty() || often.isEmpty() ? how : how + "; " + often;
    }

    private static String worth(Map<String, Double> worth) {
        return worth.entrySet().stream()
                .map(unit -> unit.getKey() + " x " + Quantity.number(unit.getValue()))
                .collect(Collectors.joining(" + "));
    }

    /** Tells whether prices are added up to one number. */
    public static boolean areAddedUp(Measures measures) {
        return !measures.rates().worth().isEmpty();
    }

    /** Returns the price of each single measure; the price of a set is their sum. */
    public static List<String> ofSingles(Measures measures) {
        return measures.sets().stream()
                .filter(set -> set.variants().size() == 1)
                .map((MeasureSet set) -> set.name() + " " + SetWords.price(set))
                .toList();
    }
}
