package dev.foreshock.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Shops;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Moment;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Scenario SCENARIO = Shops.shop(Duration.ofSeconds(20))
            .withFaults(Map.of(
                    "slow",
                    FaultSpec.of(Moment.after(Duration.ofSeconds(8)), Duration.ofSeconds(4), "db", Slow.by(1.5))));

    private static Map<Figure, Double> figures(int replication) {
        PhaseBook book = new PhaseBook(Phase.of(SCENARIO));
        Simulation.of(SCENARIO).replication(5, replication, Watcher.NONE, book);
        return book.figures();
    }

    @Test
    void ninetyPercentOfFurtherRunsLieInTheInterval() {
        Forecast forecast = Forecast.of(SCENARIO, 5, 1000, 0, 199, Watcher.NONE);
        Map<Figure, Integer> inside = new HashMap<>();
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            figures(1000 + run).forEach((figure, value) -> {
                Foretold foretold = forecast.foretold().get(figure);
                if (foretold != null && foretold.holds(value)) {
                    inside.merge(figure, 1, Integer::sum);
                }
            });
        }
        // For 400 runs the share of a 90 % interval has a standard deviation of 1.5 %, and that of the interval itself
        // about 2 %.
        for (String phase : new String[] {"before", "slow", "after slow"}) {
            for (Kind kind : new Kind[] {Kind.GOODPUT, Kind.MEDIAN, Kind.P99}) {
                Figure figure = new Figure(phase, kind);
                assertThat(inside.getOrDefault(figure, 0) / (double) runs)
                        .as("%s", figure)
                        .isBetween(0.82, 0.98);
            }
        }
    }

    @Test
    void figuresComeInTheOrderOfTheirPhasesAndTellInHowManyRunsTheyWere() {
        Forecast forecast = Forecast.of(SCENARIO, 5, 1000, 0, 19, Watcher.NONE);
        assertThat(forecast.foretold().keySet().stream().map(Figure::phase).distinct())
                .containsExactly("before", "slow", "after slow", Figure.INCIDENT);
        Foretold goodput = forecast.foretold().get(new Figure("before", Kind.GOODPUT));
        assertThat(goodput.observedIn()).isEqualTo(19);
        assertThat(goodput.low()).isLessThanOrEqualTo(goodput.median());
        assertThat(goodput.median()).isLessThanOrEqualTo(goodput.high());
    }

    /** By hand, of {@code (u - l) / (n + 1)}. */
    @Test
    void anIntervalOfFewerThanNineteenReplicationsCoversLessThanNinetyPercentAndKnowsIt() {
        assertThat(new Foretold(1, 2, 3, 1).coverage()).isZero();
        assertThat(new Foretold(1, 2, 3, 2).coverage()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(new Foretold(1, 2, 3, 18).coverage()).isCloseTo(17 / 19.0, within(1e-12));
        assertThat(new Foretold(1, 2, 3, 18).isWide()).isFalse();
        assertThat(new Foretold(1, 2, 3, 19).coverage()).isCloseTo(0.9, within(1e-12));
        assertThat(new Foretold(1, 2, 3, 19).isWide()).isTrue();
        assertThat(new Foretold(1, 2, 3, 100).coverage()).isCloseTo(91 / 101.0, within(1e-12));
        assertThat(Forecast.of(SCENARIO, 5, 1000, 0, 4, Watcher.NONE).foretold().values())
                .noneMatch(Foretold::isWide);
    }

    @Test
    void theBookKnowsRequestsByThePhaseThatTheyWereSentIn() {
        PhaseBook book = new PhaseBook(Phase.of(SCENARIO));
        long second = 1_000_000_000;
        book.ended("u", "", 1, Outcome.OK, second, 9 * second);
        book.ended("u", "", 2, Outcome.TIMED_OUT, 2 * second, 12 * second);
        book.ended("u", "", 3, Outcome.OK, 3 * second, 11 * second);
        Map<Figure, Double> figures = book.figures();
        assertThat(figures)
                .containsEntry(new Figure("before", Kind.GOODPUT), 0.0)
                .containsEntry(new Figure("slow", Kind.GOODPUT), 0.5)
                .containsEntry(new Figure("slow", Kind.MEDIAN), 2.0)
                .containsEntry(new Figure("slow", Kind.P99), 3.0)
                .containsEntry(new Figure("slow", Kind.FIRST_FAILURE), 2.0)
                .doesNotContainKey(new Figure("before", Kind.FIRST_FAILURE))
                .doesNotContainKey(new Figure("after slow", Kind.MEDIAN));
    }
}
