package dev.foreshock.engine.compare;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How prices are compared: over the first year, either unit after unit in order, or by what each unit is worth.
 *
 * @param order the units from the most important on; those that are missing come after them, by name
 * @param worth what one of each unit is worth, in any currency; empty to compare unit after unit
 * @param perYear how often a year things happen that costs are given for, such as a promo
 */
public record Ranking(List<String> order, Map<String, Double> worth, Map<String, Double> perYear) {
    /** No ranking: prices of several units cannot be compared. */
    public static final Ranking NONE = new Ranking(List.of(), Map.of(), Map.of());

    private static final Map<String, Double> CALENDAR =
            Map.of("year", 1.0, "quarter", 4.0, "month", 12.0, "week", 365.25 / 7, "day", 365.25, "hour", 365.25 * 24);

    /** Copies the collections. */
    public Ranking {
        order = List.copyOf(order);
        worth = Collections.unmodifiableMap(new TreeMap<>(worth));
        perYear = Collections.unmodifiableMap(new TreeMap<>(perYear));
    }

    /** Returns how often a year {@code period} comes; empty if nobody said. */
    public OptionalDouble timesAYear(String period) {
        Double times = period.isEmpty() ? Double.valueOf(1) : perYear.getOrDefault(period, CALENDAR.get(period));
        return times == null ? OptionalDouble.empty() : OptionalDouble.of(times);
    }

    /** Returns what {@code price} takes of {@code unit} in the first year. A period that nobody gave counts once. */
    public double firstYear(Price price, String unit) {
        return price.costs().stream()
                .filter(cost -> cost.unit().equals(unit))
                .mapToDouble(cost -> cost.amount() * timesAYear(cost.per()).orElse(1))
                .sum();
    }

    /** Tells whether any two of {@code prices} can be compared. */
    public boolean ranks(List<Price> prices) {
        TreeSet<String> units = new TreeSet<>();
        prices.forEach(price -> price.costs().forEach(cost -> units.add(cost.unit())));
        return !worth.isEmpty() ? worth.keySet().containsAll(units) : !order.isEmpty() || units.size() <= 1;
    }

    /** Returns negative where {@code first} is cheaper than {@code second}, positive where it is dearer, else 0. */
    public int compare(Price first, Price second) {
        if (!worth.isEmpty()) {
            return Double.compare(sum(first), sum(second));
        }
        TreeSet<String> rest = new TreeSet<>();
        for (Price price : List.of(first, second)) {
            price.costs().forEach(cost -> rest.add(cost.unit()));
        }
        rest.removeAll(order);
        for (List<String> units : List.of(order, List.copyOf(rest))) {
            for (String unit : units) {
                int order = Double.compare(firstYear(first, unit), firstYear(second, unit));
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }

    /**
     * Returns what {@code price} comes to in the first year, in the currency of {@link #worth}; empty if no unit is worth
     * anything, or one of the price is not said to be.
     */
    public OptionalDouble total(Price price) {
        return !worth.isEmpty() && ranks(List.of(price)) ? OptionalDouble.of(sum(price)) : OptionalDouble.empty();
    }

    private double sum(Price price) {
        return worth.entrySet().stream()
                .mapToDouble(unit -> unit.getValue() * firstYear(price, unit.getKey()))
                .sum();
    }
}
