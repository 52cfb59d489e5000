package dev.foreshock.engine.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Cost;
import dev.foreshock.engine.compare.Price;
import dev.foreshock.engine.compare.Ranking;
import dev.foreshock.engine.compare.RankingFlip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingFlipsTest {
    private static final Contender REVIEW = review(2);
    private static final Contender CAPACITY = set("capacity", new Cost("server-hours", 26_280, "year"));
    private static final Contender CACHE = set("cache", new Cost("days", 10, ""));

    private static Contender review(double days) {
        return set("review", new Cost("days", days, ""), new Cost("server-hours", 15, "promo"));
    }

    private static Contender set(String name, Cost... costs) {
        return new Contender(name, List.of(name), new Price(List.of(costs)), List.of());
    }

    private static Ranking ranking(double day, double promos) {
        return new Ranking(List.of(), Map.of("days", day, "server-hours", 0.1), Map.of("promo", promos));
    }

    private static List<RankingFlip> flips(Ranking ranking, List<Contender> known, List<Contender> likely) {
        return RankingFlips.of(ranking, REVIEW, List.of(REVIEW, CAPACITY, CACHE), known, likely);
    }

    private static RankingFlip of(List<RankingFlip> flips, String price) {
        return flips.stream()
                .filter(flip -> flip.price().equals(price))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRankingTurnsAtTheValueAndNotBefore() {
        Ranking ranking = ranking(800, 4);
        List<RankingFlip> flips = flips(ranking, List.of(CAPACITY, CACHE), List.of());

        RankingFlip days = of(flips, "days of review");
        assertThat(days.then()).isEqualTo("capacity");
        assertThat(ranking.compare(review(days.at() * 0.999).price(), CAPACITY.price()))
                .isNegative();
        assertThat(ranking.compare(review(days.at() * 1.001).price(), CAPACITY.price()))
                .isPositive();

        RankingFlip day = of(flips, "worth of days");
        assertThat(day.then()).isEqualTo("capacity");
        assertThat(ranking(day.at() * 0.999, 4).compare(REVIEW.price(), CAPACITY.price()))
                .isNegative();
        assertThat(ranking(day.at() * 1.001, 4).compare(REVIEW.price(), CAPACITY.price()))
                .isPositive();

        RankingFlip promos = of(flips, "promo, times a year");
        assertThat(ranking(800, promos.at() * 0.999).compare(REVIEW.price(), CAPACITY.price()))
                .isNegative();
        assertThat(ranking(800, promos.at() * 1.001).compare(REVIEW.price(), CAPACITY.price()))
                .isPositive();
    }

    @Test
    void aPriceOfTheOtherSetFallsToTheSamePoint() {
        RankingFlip hours = of(flips(ranking(800, 4), List.of(CAPACITY), List.of()), "server-hours/year of capacity");

        assertThat(hours.at()).isCloseTo((2 * 800 + 15 * 4 * 0.1) / 0.1, within(1e-6));
        assertThat(hours.at()).isLessThan(hours.is());
    }

    @Test
    void thePriceThatMayBeOffLeastIsNamedFirst() {
        List<RankingFlip> flips = flips(ranking(800, 4), List.of(CAPACITY, CACHE), List.of());

        assertThat(flips).isSortedAccordingTo((a, b) -> Double.compare(a.factor(), b.factor()));
        assertThat(flips.get(0).factor()).isLessThan(2);
    }

    @Test
    void aSetThatOnlyHeldSoFarIsNamedAsSuch() {
        List<RankingFlip> flips = flips(ranking(800, 4), List.of(), List.of(CAPACITY));

        assertThat(flips).isNotEmpty().noneMatch(RankingFlip::isKnown);
    }

    @Test
    void aSetThatSharesAPriceDoesNotOvertakeByIt() {
        Contender both = new Contender(
                "review + cache", List.of("review", "cache"), REVIEW.price().plus(CACHE.price()), List.of());

        assertThat(flips(ranking(800, 4), List.of(both), List.of()))
                .extracting(RankingFlip::price)
                .doesNotContain("days of review");
    }

    @Test
    void pricesComparedUnitAfterUnitHaveNoTotalsToTurn() {
        Ranking order = new Ranking(List.of("days", "server-hours"), Map.of(), Map.of("promo", 4.0));

        assertThat(flips(order, List.of(CAPACITY, CACHE), List.of())).isEmpty();
    }
}
