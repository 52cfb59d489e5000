package dev.foreshock.reports.internal.account;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How prices were compared.
 *
 * @param rankBy units from the most important on; empty if they were not compared unit after unit
 * @param worth what one of each unit is worth, in one currency; empty if prices were not added up
 * @param perYear how often a year things happen that costs are given for
 * @param isComplete whether any two of the sets that suffice, or may yet, can be compared by their prices; where one alone
 *     suffices, any two of all
 */
public record Rates(List<String> rankBy, Map<String, Double> worth, Map<String, Double> perYear, boolean isComplete) {
    /** Copies the collections. */
    public Rates {
        rankBy = List.copyOf(rankBy);
        worth = Collections.unmodifiableMap(new TreeMap<>(worth));
        perYear = Collections.unmodifiableMap(new TreeMap<>(perYear));
    }
}
