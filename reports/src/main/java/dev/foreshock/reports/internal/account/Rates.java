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
 */
public record Rates(List<String> rankBy, Map<String, Double> worth, Map<String, Double> perYear) {
    /** Copies the collections. */
    public Rates {
        rankBy = List.copyOf(rankBy);
        worth = Collections.unmodifiableMap(new TreeMap<>(worth));
        perYear = Collections.unmodifiableMap(new TreeMap<>(perYear));
    }
}
