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
        assertThat(first.explained()).isBetween(0.5, 1.0);
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
        assertThat(alone.unchanged().trials())
                .as("enough to say what it hangs on how bad it gets")
                .hasSize(20);
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

    private static ComparePlan spending(long events) {
        return new ComparePlan(Worlds.SEED, 40, 1, Percent.of(90), events, false, DAYS, 1, Runnable::run);
    }

    private static Field threeMeasures() {
        return Shop.withPeak().with(9, "triple").with(1, "some").with(3, "double");
    }

    /** Returns the mean number of events of a run of the unchanged scenario. */
    private static long eventsOfARun() {
        List<Trial> trials = compare(Shop.withPeak(), spending(1)).unchanged().trials();
        return trials.stream().mapToLong(Trial::events).sum() / trials.size();
    }

    @Test
    void aBudgetThatIsTooSmallForAnythingIsSpentOnTheUnchangedScenario() {
        Comparison comparison = compare(threeMeasures(), spending(1));

        assertThat(comparison.unchanged().trials()).hasSize(3);
        assertThat(comparison.standings()).hasSize(1);
        assertThat(comparison.untried()).extracting(Contender::name).containsExactly("some", "double", "triple");
        assertThat(comparison.cheapest()).isNull();
    }

    @Test
    void theBudgetIsKeptAndTheCheapestAreDecidedFirst() {
        long run = eventsOfARun();
        for (long runs : List.of(20, 80, 200)) {
            Comparison comparison = compare(threeMeasures(), spending(runs * run));

            assertThat(comparison.spentEvents()).as("of %d", runs * run).isLessThanOrEqualTo(runs * run);
            List<String> tried = comparison.standings().stream()
                    .map(standing -> standing.contender().name())
                    .toList();
            assertThat(tried)
                    .as("the cheaper ones")
                    .isEqualTo(List.of("unchanged", "some", "double", "triple").subList(0, tried.size()));
        }
        Comparison enough = compare(threeMeasures(), spending(200 * run));
        assertThat(of(enough, "some").trials()).hasSize(40);
        assertThat(of(enough, "double").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void followingTheBudgetsThatAreNamedDecidesWhatWasOpen() {
        Field field = Shop.withPeak().with(3, "double");
        Comparison comparison = compare(field, spending(20 * eventsOfARun()));

        assertThat(of(comparison, "double").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(of(comparison, "double").drawsToDecide()).isEqualTo(35);
        assertThat(comparison.remaining().draws()).isEqualTo(40);
        for (int i = 0; i < 2 && comparison.remaining().isSomething(); i++) { // a first estimate comes from three runs
            comparison = compare(field, spending(comparison.remaining().budgetEvents()));
        }
        assertThat(of(comparison, "double").verdict()).isEqualTo(Verdict.PASSED);
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
    void aComparisonThatIsStoppedBeforeAnythingIsKnownHasNoResult() {
        assertThatThrownBy(() -> Comparing.run(Shop.withPeak(), plan(10), stopping(0)))
                .isInstanceOf(StoppedException.class);
    }

    @Test
    void aComparisonThatIsStoppedKeepsTheDrawsThatEnded() {
        Comparison whole = compare(threeMeasures(), plan(40));
        Comparison part = Comparing.run(threeMeasures(), plan(40), stopping(60));

        assertThat(whole.isStopped()).isFalse();
        assertThat(part.isStopped()).isTrue();
        assertThat(part.spentEvents()).isPositive().isLessThan(whole.spentEvents());
        assertThat(part.standings()).isNotEmpty();
        for (Standing standing : part.standings()) {
            List<Trial> trials = of(whole, standing.contender().name()).trials();
            assertThat(standing.trials())
                    .as(standing.contender().name())
                    .isEqualTo(trials.subList(0, standing.trials().size()));
        }
    }

    /** Returns a watcher that wants to stop once it heard of progress more than {@code runs} times; at once for 0. */
    private static CompareWatcher stopping(int runs) {
        return new CompareWatcher() {
            private int heard;

            @Override
            public void progress(double done, String doing) {
                heard++;
            }

            @Override
            public boolean stopWanted() {
                return heard > runs || runs == 0;
            }
        };
    }
}
