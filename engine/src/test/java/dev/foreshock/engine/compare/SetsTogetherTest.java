package dev.foreshock.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What sets do together: one measure spoils another, or makes it unnecessary. */
class SetsTogetherTest {
    private static final Ranking DAYS = new Ranking(List.of("days"), Map.of(), Map.of());
    private static final Range PEAK = new Range("knobs.peak", 38, 42, 40);

    /** How many workers of 100 ms each set comes to; 40 requests a second need four of them, and some more. */
    private static final Map<String, Integer> WORKERS = Map.of(
            "unchanged", 3,
            "thrift", 3,
            "half", 4,
            "double", 8,
            "thrift + double", 3,
            "half + double", 8,
            "half + thrift", 6);

    private static final Map<String, Double> DAYS_OF = Map.of("double", 1.0, "thrift", 2.0, "half", 20.0);

    private record Crew(List<Contender> contenders) implements Field {
        static Crew of(String... names) {
            List<Contender> all = new ArrayList<>();
            all.add(new Contender("unchanged", List.of(), Price.NONE, List.of()));
            for (String name : names) {
                List<String> variants = List.of(name.split(" \\+ "));
                double days = variants.stream()
                        .mapToDouble(variant -> DAYS_OF.getOrDefault(variant, 0.0))
                        .sum();
                all.add(new Contender(name, variants, new Price(List.of(new Cost("days", days, ""))), List.of()));
            }
            return new Crew(List.copyOf(all));
        }

        @Override
        public List<Range> uncertain(Contender contender) {
            return List.of(PEAK);
        }

        @Override
        public Scenario scenario(Contender contender, Map<String, Double> places) {
            double peak = PEAK.value(places.getOrDefault(PEAK.path(), PEAK.written()));
            double think = WORKERS.keySet().stream().sorted().toList().indexOf(contender.name());
            return Shop.scenario(
                    Shop.web(WORKERS.getOrDefault(contender.name(), 0)).build(),
                    peak,
                    think); // no two scenarios are equal
        }
    }

    private static Comparison compare(Field field, long budget) {
        return Comparing.run(
                field,
                new ComparePlan(Worlds.SEED, 35, 1, Percent.of(90), budget, false, DAYS, 1, Runnable::run),
                CompareWatcher.NONE);
    }

    private static Standing of(Comparison comparison, String name) {
        return comparison.standings().stream()
                .filter(standing -> standing.contender().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSetThatDoesWorseThanAPartOfItSaysByHowMuch() {
        Comparison comparison = compare(Crew.of("double", "thrift", "thrift + double"), Long.MAX_VALUE);

        Standing spoiled = of(comparison, "thrift + double");
        assertThat(spoiled.harms()).extracting(Harm::part).containsExactly("double");
        Harm harm = spoiled.harms().get(0);
        assertThat(harm.outageSeconds().low()).as("of ten minutes").isGreaterThan(300);
        assertThat(harm.usersAffectedShare().low()).isPositive();
        assertThat(harm.holdsShare()).isEqualTo(-1);
        assertThat(of(comparison, "double").harms()).isEmpty();
    }

    @Test
    void aSetOfWhichAPartSufficesIsNotNeededWhetherItWasRunOrNotAndWantsNoLargerBudget() {
        long forDouble = compare(Crew.of("double"), Long.MAX_VALUE).spentEvents();
        Field field = Crew.of("double", "half", "thrift", "half + double", "thrift + double");
        Comparison comparison = compare(field, forDouble * 7 / 5);

        assertThat(of(comparison, "double").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(comparison.notNeeded())
                .extracting(Contender::name)
                .containsExactly("thrift + double", "half + double");
        assertThat(comparison.untried()).isNotEmpty();
        assertThat(comparison.notNeeded()).containsAll(comparison.untried());
        assertThat(comparison.remaining().isSomething()).isFalse();
        assertThat(compare(field, 1).notNeeded())
                .as("as long as nothing is known")
                .isEmpty();
    }

    @Test
    void aSetThatDoesAsWellAsItsPartsOrBetterHarmsNobody() {
        Comparison comparison = compare(Crew.of("half", "double", "half + double"), Long.MAX_VALUE);

        assertThat(comparison.standings()).allMatch(standing -> standing.harms().isEmpty());
    }

    @Test
    void anOutageThatLastsWhenTheRunEndsIsMarkedAsCutShort() {
        Comparison comparison = compare(Crew.of("double"), Long.MAX_VALUE);

        assertThat(comparison.unchanged().trials()).allMatch(Trial::isCutShort);
        assertThat(comparison.unchanged().cutShortShare()).isEqualTo(1);
        assertThat(of(comparison, "double").cutShortShare()).isZero();
    }

    @Test
    void setsOfWhichNoPartSufficesAreDecidedBeforeThoseThatNobodyNeeds() {
        Field field = Crew.of("half", "thrift", "double", "half + thrift", "thrift + double", "half + double");
        long everything = compare(field, Long.MAX_VALUE).spentEvents();
        Comparison part = compare(field, everything / 10 * 9);

        assertThat(of(part, "half + thrift").verdict())
                .as("neither half nor thrift suffices")
                .isEqualTo(Verdict.PASSED);
        assertThat(part.standings().stream()
                        .filter(standing -> standing.contender().name().equals("half + double"))
                        .allMatch(standing -> standing.verdict() == Verdict.INCONCLUSIVE))
                .as("double suffices alone")
                .isTrue();
    }

    @Test
    void whereNoVerdictIsInDoubtItIsToldWhatTheUnchangedScenarioHangsOn() {
        Comparison comparison = compare(Crew.of("double"), Long.MAX_VALUE);

        assertThat(comparison.deciders()).extracting(Decider::contender).containsOnly("unchanged");
        assertThat(comparison.deciders()).noneMatch(Decider::isSearched);
    }

    @Test
    void dearerSetsThanTheOneThatSufficesAreNotExplained() {
        Range wide = new Range("knobs.peak", 20, 60, 40);
        Shop shop = new Shop(List.of(wide)).with(1, "double").with(5, "double", "some");
        Comparison comparison = compare(
                new Field() {
                    @Override
                    public List<Contender> contenders() {
                        return shop.contenders();
                    }

                    @Override
                    public List<Range> uncertain(Contender contender) {
                        return List.of(wide);
                    }

                    @Override
                    public Scenario scenario(Contender contender, Map<String, Double> places) {
                        double peak = wide.value(places.getOrDefault(wide.path(), wide.written()));
                        int workers = contender.isUnchanged()
                                ? 2
                                : contender.variants().size() == 1 ? 10 : 5;
                        return Shop.scenario(Shop.web(workers).build(), peak, workers);
                    }
                },
                Long.MAX_VALUE);

        Standing dear = of(comparison, "double + some");
        assertThat(dear.holds().value()).as("holds in some draws").isBetween(0.1, 0.9);
        assertThat(comparison.deciders()).extracting(Decider::contender).doesNotContain("double + some");
    }
}
