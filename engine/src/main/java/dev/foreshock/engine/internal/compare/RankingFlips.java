package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Cost;
import dev.foreshock.engine.compare.Ranking;
import dev.foreshock.engine.compare.RankingFlip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Asks of every price how far it may be off before another set of measures is the cheapest. The total of a set is linear in each
 * price alone, so two totals are equal at {@code is + gap / (slope of the cheapest - slope of the other)}.
 *
 * <p>Prices that are compared unit after unit have no totals, so nothing is said of them.
 */
final class RankingFlips {
    private final Ranking ranking;
    private final Contender cheapest;
    private final List<Contender> known;
    private final List<Contender> likely;
    private final List<RankingFlip> flips = new ArrayList<>();

    private RankingFlips(Ranking ranking, Contender cheapest, List<Contender> known, List<Contender> likely) {
        this.ranking = ranking;
        this.cheapest = cheapest;
        this.known = known;
        this.likely = likely;
    }

    /**
     * Returns where the ranking flips, the price that may be off least first.
     *
     * @param singles every measure alone, which is where prices are given
     * @param known other sets that suffice
     * @param likely sets that held in every draw so far, but in too few
     */
    static List<RankingFlip> of(
            Ranking ranking,
            Contender cheapest,
            List<Contender> singles,
            List<Contender> known,
            List<Contender> likely) {
        RankingFlips all = new RankingFlips(ranking, cheapest, known, likely);
        if (ranking.total(cheapest.price()).isPresent()) {
            singles.forEach(all::costs);
            ranking.worth()
                    .forEach((unit, worth) ->
                            all.ask("worth of " + unit, worth, set -> ranking.firstYear(set.price(), unit)));
            ranking.perYear()
                    .forEach(
                            (period, times) -> all.ask(period + ", times a year", times, set -> all.each(set, period)));
        }
        all.flips.sort(Comparator.comparingDouble(RankingFlip::factor).thenComparing(RankingFlip::price));
        return List.copyOf(all.flips);
    }

    private void costs(Contender single) {
        String variant = single.variants().get(0);
        for (Cost cost : single.price().costs()) {
            double slope = worth(cost) * ranking.timesAYear(cost.per()).orElse(1);
            ask(
                    cost.unit() + (cost.per().isEmpty() ? "" : "/" + cost.per()) + " of " + variant,
                    cost.amount(),
                    set -> set.variants().contains(variant) ? slope : 0);
        }
    }

    private double worth(Cost cost) {
        return ranking.worth().getOrDefault(cost.unit(), 0.0);
    }

    /** Returns what a set takes each time that something of {@code period} happens. */
    private double each(Contender set, String period) {
        return set.price().costs().stream()
                .filter(cost -> cost.per().equals(period))
                .mapToDouble(cost -> worth(cost) * cost.amount())
                .sum();
    }

    private void ask(String price, double is, ToDoubleFunction<Contender> slope) {
        SortedSet<RankingFlip> above = nearestFirst();
        SortedSet<RankingFlip> below = nearestFirst();
        Stream.concat(known.stream(), likely.stream()).forEach(rival -> {
            double gap = ranking.total(rival.price()).orElse(Double.NaN)
                    - ranking.total(cheapest.price()).orElse(Double.NaN);
            double closes = slope.applyAsDouble(cheapest) - slope.applyAsDouble(rival);
            double at = is + gap / closes;
            if (gap >= 0 && closes != 0 && Double.isFinite(at) && at >= 0) {
                (closes > 0 ? above : below).add(new RankingFlip(price, is, at, rival.name(), known.contains(rival)));
            }
        });
        if (!above.isEmpty()) {
            flips.add(above.first());
        }
        if (!below.isEmpty()) {
            flips.add(below.first());
        }
    }

    private static SortedSet<RankingFlip> nearestFirst() {
        return new TreeSet<>(Comparator.comparingDouble((RankingFlip flip) -> Math.abs(flip.at() - flip.is()))
                .thenComparing(flip -> !flip.isKnown())
                .thenComparing(RankingFlip::then));
    }
}
