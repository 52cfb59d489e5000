package dev.foreshock.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Percent;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ComparingTest {
    private static final Ranking DAYS = new Ranking(List.of("days"), java.util.Map.of(), java.util.Map.of());

    private static ComparePlan plan(int draws) {
        return new ComparePlan(Worlds.SEED, draws, 1, Percent.of(90), Long.MAX_VALUE, false, DAYS, 1, Runnable::run);
    }

    private static ComparePlan full(int draws) {
        return new ComparePlan(Worlds.SEED, draws, 1, Percent.of(90), Long.MAX_VALUE, true, DAYS, 1, Runnable::run);
    }

    private static Comparison compare(Field field, ComparePlan plan) {
        return Comparing.run(field, plan, CompareWatcher.NONE);
    }

    private static Standing of(Comparison comparison, String name) {
        return comparison.standings().stream()
                .filter(standing -> standing.contender().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCheapestThatHoldsInNineOfTenDrawsIsFound() {
        Comparison comparison = compare(Shop.withPeak().with(9, "triple").with(3, "double"), plan(40));

        assertThat(comparison.unchanged().verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(of(comparison, "double").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(of(comparison, "double").holds().value()).isEqualTo(1);
        assertThat(comparison.cheapest()).isNotNull();
        assertThat(comparison.cheapest().name()).isEqualTo("double");
        assertThat(comparison.standings())
                .extracting(standing -> standing.contender().name())
                .containsExactly("unchanged", "double", "triple");
    }

    @Test
    void theShareOfDrawsThatHoldIsTheShareOfTheRangeBelowCapacity() {
        Comparison comparison = compare(Shop.withPeak(), full(40));

        // Room for 50 a second; just below, a backlog that outlasts everybody's patience builds up by chance and stays.
        assertThat(comparison.unchanged().holds().value()).isCloseTo((50 - 20) / 40.0, within(0.06));
    }

    @Test
    void whatAVerdictHangsOnIsFoundAndWhereItFlips() {
        Comparison comparison = compare(Shop.withPeak(), full(40));

        Decider first = comparison.deciders().get(0);
        assertThat(first.knob()).isEqualTo("knobs.peak");
        assertThat(first.gate()).isEqualTo("served");
        assertThat(first.share()).isGreaterThan(0.5);
        assertThat(first.flip()).isNotNull();
        assertThat(first.flip().holdsAbove()).isFalse();
        assertThat(Double.parseDouble(first.flip().at())).isCloseTo(50, within(1.5));
        Decider second = comparison.deciders().get(1);
        assertThat(second.knob()).isEqualTo("knobs.think");
        assertThat(second.share()).isLessThan(0.05);
        assertThat(second.flip()).isNull();
        assertThat(comparison.explained()).isBetween(0.5, 1.0);
    }

    @Test
    void aSetThatIsClearStopsEarlyUnlessEverythingIsWanted() {
        Field field = Shop.withPeak().with(1, "some").with(3, "double");

        assertThat(compare(field, full(20)).standings())
                .allMatch(standing -> standing.trials().size() == 20);

        Shop hopeless = new Shop(List.of(new Range("knobs.peak", 58, 60, 59))).with(3, "double");
        Comparison early = compare(hopeless, plan(40));
        Standing unchanged = early.unchanged();
        assertThat(unchanged.verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(of(early, "double").trials()).hasSize(40);
        assertThat(unchanged.trials()).as("enough for differences").hasSize(20);
        assertThat(of(early, "double").differences().requestsLost().n()).isEqualTo(20);

        Comparison alone = compare(new Shop(List.of(new Range("knobs.peak", 58, 60, 59))), plan(40));
        assertThat(alone.unchanged().trials()).hasSize(3);
    }

    @Test
    void everySetSaysWhatEachGateSawAndHowOftenItHolds() {
        Comparison comparison = compare(Shop.withPeak().with(3, "double"), full(20));
        Standing unchanged = comparison.unchanged();
        GateStanding gate = unchanged.gates().get("served");

        assertThat(gate.holds()).as("there is only one gate").isEqualTo(unchanged.holds());
        assertThat(gate.verdict()).isEqualTo(unchanged.verdict());
        assertThat(gate.seen().spread().mean())
                .isCloseTo(
                        unchanged.trials().stream()
                                .mapToDouble(
                                        trial -> trial.gates().get("served").value())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(gate.seen().change()).isNull();
        Standing doubled = of(comparison, "double");
        assertThat(doubled.gates().get("served").seen().change().value())
                .isCloseTo(
                        doubled.gates().get("served").seen().spread().mean()
                                - gate.seen().spread().mean(),
                        within(1e-12));
    }

    @Test
    void figuresAreShownWithTheirChangesAndWhatNeverCameHasNoMean() {
        Comparison comparison = compare(Shop.withPeak().with(3, "double"), full(20));
        Seen answered = of(comparison, "double").figures().get("answered");
        Seen dark = of(comparison, "double").figures().get("dark");

        assertThat(answered.change().low()).isPositive();
        assertThat(answered.neverShare()).isZero();
        assertThat(dark.neverShare()).isEqualTo(1);
        assertThat(dark.spread()).isNull();
        assertThat(dark.change()).isNull();
    }

    @Test
    void aKnobThatOnlySomeMeasuresHaveNamesThem() {
        Shop shop = Shop.withPeak().with(1, "some").with(3, "double");
        Field field = new Field() {
            @Override
            public List<Contender> contenders() {
                return shop.contenders();
            }

            @Override
            public List<Range> uncertain(Contender contender) {
                return contender.name().equals("some") ? List.of(Shop.PEAK, Shop.THINK) : List.of(Shop.PEAK);
            }

            @Override
            public dev.foreshock.engine.model.Scenario scenario(
                    Contender contender, java.util.Map<String, Double> places) {
                return shop.scenario(contender, places);
            }
        };

        assertThat(compare(field, plan(3)).knobs())
                .extracting(Drawn::path, Drawn::only)
                .containsExactly(tuple("knobs.peak", List.of()), tuple("knobs.think", List.of("some")));
    }

    @Test
    void equalScenariosRunOnce() {
        Comparison comparison = compare(Shop.withPeak().with(3, "double").with(4, "double", "some"), plan(10));

        assertThat(comparison.same()).containsExactly(java.util.Map.entry("double + some", "double"));
        assertThat(comparison.standings()).hasSize(2);
    }

    @Test
    void withoutBudgetForMoreThanScreeningNothingIsCalledSufficient() {
        ComparePlan poor = new ComparePlan(Worlds.SEED, 40, 1, Percent.of(90), 1, false, DAYS, 1, Runnable::run);

        Comparison comparison = compare(Shop.withPeak().with(3, "double"), poor);

        Standing held = of(comparison, "double");
        assertThat(held.trials()).hasSize(3);
        assertThat(held.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(held.drawsToDecide()).isEqualTo(35);
        assertThat(comparison.cheapest()).isNull();
    }

    @Test
    void allMeasuresTogetherAreScreenedWhateverTheBudget() {
        ComparePlan poor = new ComparePlan(Worlds.SEED, 40, 1, Percent.of(90), 1, false, DAYS, 1, Runnable::run);
        Field field = Shop.withPeak().with(1, "some").with(3, "double").with(9, "some", "double", "triple");

        Comparison comparison = compare(field, poor);

        assertThat(of(comparison, "some + double + triple").trials()).hasSize(3);
        assertThat(comparison.untried()).isEmpty();
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Field field = Shop.withPeak().with(1, "some").with(3, "double");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            ComparePlan parallel = new ComparePlan(Worlds.SEED, 20, 1, Percent.of(90), 30_000_000, false, DAYS, 2, two);
            ComparePlan alone =
                    new ComparePlan(Worlds.SEED, 20, 1, Percent.of(90), 30_000_000, false, DAYS, 1, Runnable::run);

            assertThat(Shop.figures(compare(field, parallel))).isEqualTo(Shop.figures(compare(field, alone)));
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void withoutKnobsDrawsAreReplications() {
        Comparison comparison = compare(new Shop(List.of()).with(3, "double"), full(5));

        assertThat(comparison.knobs()).isEmpty();
        assertThat(comparison.unchanged().trials()).hasSize(5);
        assertThat(comparison.unchanged().requestsLost().chance()).isNotNaN();
        assertThat(comparison.unchanged().trials().stream().map(Trial::events).distinct())
                .hasSize(5);
    }

    @Test
    void chanceIsToldFromIgnorance() {
        Comparison comparison = compare(Shop.withPeak(), full(20));
        Spread lost = comparison.unchanged().requestsLost();

        assertThat(lost.chance()).isGreaterThan(0);
        assertThat(lost.high() - lost.low()).isGreaterThan(10 * lost.chance());
    }

    @Test
    void aComparisonCanBeStopped() {
        CompareWatcher impatient = new CompareWatcher() {
            @Override
            public void progress(double done, String doing) {}

            @Override
            public boolean stopWanted() {
                return true;
            }
        };

        assertThatThrownBy(() -> Comparing.run(Shop.withPeak(), plan(10), impatient))
                .isInstanceOf(StoppedException.class);
    }
}
