package dev.foreshock.engine.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a set of measures takes altogether.
 *
 * @param costs the costs, sorted by unit and then by how often; each pair of the two at most once
 */
public record Price(List<Cost> costs) {
    /** Nothing. */
    public static final Price NONE = new Price(List.of());

    /** Adds up costs of the same unit and the same period. */
    public Price {
        List<Cost> sums = new ArrayList<>();
        costs.stream()
                .sorted(Comparator.comparing(Cost::unit).thenComparing(Cost::per))
                .forEach(cost -> {
                    Cost last = sums.isEmpty() ? null : sums.get(sums.size() - 1);
                    if (last != null
                            && last.unit().equals(cost.unit())
                            && last.per().equals(cost.per())) {
                        sums.set(sums.size() - 1, new Cost(cost.unit(), last.amount() + cost.amount(), cost.per()));
                    } else {
                        sums.add(cost);
                    }
                });
        costs = List.copyOf(sums);
    }

    /** Returns both prices together. */
    public Price plus(Price other) {
        List<Cost> all = new ArrayList<>(costs);
        all.addAll(other.costs);
        return new Price(all);
    }

    /** Returns the costs as people write them: {@code 2 days + 15 server-hours/promo}; {@code -} if there are none. */
    @Override
    public String toString() {
        return costs.isEmpty() ? "-" : costs.stream().map(Cost::toString).collect(Collectors.joining(" + "));
    }
}
