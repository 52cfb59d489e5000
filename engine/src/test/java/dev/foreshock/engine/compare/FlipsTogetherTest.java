package dev.foreshock.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A verdict that no single number flips, as it takes two: how many come, and how long each takes. */
class FlipsTogetherTest {
    private static final int WORKERS = 5;

    /** Holds where users a second times seconds of work are fewer than the workers. */
    private record Load(Range peak, Range millis) implements Field {
        @Override
        public List<Contender> contenders() {
            return List.of(new Contender("unchanged", List.of(), Price.NONE, List.of()));
        }

        @Override
        public List<Range> uncertain(Contender contender) {
            return List.of(peak, millis);
        }

        @Override
        public Scenario scenario(Contender contender, Map<String, Double> places) {
            double work = millis.value(places.getOrDefault(millis.path(), millis.written()));
            ServerSpec web = ServerSpec.of(WORKERS, new Fixed(Duration.ofNanos(Math.round(work * 1e6))))
                    .build();
            return Shop.scenario(web, peak.value(places.getOrDefault(peak.path(), peak.written())), 5);
        }
    }

    private static Comparison compare(Range peak, Range millis) {
        return Comparing.run(
                new Load(peak, millis),
                new ComparePlan(
                        Worlds.SEED, 40, 1, Percent.of(90), Long.MAX_VALUE, true, Ranking.NONE, 1, Runnable::run),
                CompareWatcher.NONE);
    }

    /** Returns how many workers are busy where the verdict flips. */
    private static double busyAt(FlipTogether flip) {
        return flip.moves().stream()
                        .mapToDouble(move -> Double.parseDouble(move.at()))
                        .reduce(1, (one, other) -> one * other)
                / 1000;
    }

    @Test
    void whatHoldsAsWrittenAndAtEveryEndFailsWhereBothGrow() {
        Comparison comparison = compare(new Range("knobs.peak", 40, 50, 41), new Range("knobs.millis", 85, 115, 92));

        assertThat(comparison.deciders())
                .filteredOn(Decider::isSearched)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.flip()).isNull());
        FlipTogether flip = comparison.flipsTogether().get(0);
        assertThat(flip.isFound()).isTrue();
        assertThat(flip.holdsAsWritten()).isTrue();
        assertThat(flip.moves())
                .extracting(FlipTogether.Move::knob)
                .containsExactlyInAnyOrder("knobs.peak", "knobs.millis");
        assertThat(flip.moves()).extracting(FlipTogether.Move::is).containsExactlyInAnyOrder("41", "92");
        assertThat(busyAt(flip)).isCloseTo(WORKERS, within(0.2));
    }

    @Test
    void whatFailsAsWrittenAndAtEveryEndHoldsWhereBothShrink() {
        Comparison comparison = compare(new Range("knobs.peak", 46, 56, 55), new Range("knobs.millis", 98, 115, 113));

        FlipTogether flip = comparison.flipsTogether().get(0);
        assertThat(flip.isFound()).isTrue();
        assertThat(flip.holdsAsWritten()).isFalse();
        assertThat(busyAt(flip)).isCloseTo(WORKERS, within(0.2)).isLessThan(WORKERS);
    }

    @Test
    void whereOneNumberFlipsItNobodyAsksForTwo() {
        Comparison comparison = compare(new Range("knobs.peak", 40, 60, 47), new Range("knobs.millis", 98, 102, 100));

        assertThat(comparison.deciders().get(0).flip()).isNotNull();
        assertThat(comparison.flipsTogether()).isEmpty();
    }

    /** A measure with a number of its own that changes nothing, and that fails whatever happens. */
    private record Idle() implements Field {
        private static final Range IDLE = new Range("more.idle", 1, 9, 5);

        @Override
        public List<Contender> contenders() {
            return List.of(
                    new Contender("unchanged", List.of(), Price.NONE, List.of()),
                    new Contender("more", List.of("more"), Price.NONE, List.of()));
        }

        @Override
        public List<Range> uncertain(Contender contender) {
            return contender.isUnchanged() ? List.of(Shop.PEAK) : List.of(Shop.PEAK, IDLE);
        }

        @Override
        public Scenario scenario(Contender contender, Map<String, Double> places) {
            double idle = IDLE.value(places.getOrDefault(IDLE.path(), IDLE.written()));
            return Shop.scenario(Shop.web(contender.isUnchanged() ? 2 : 1).build(), 60, idle);
        }
    }

    @Test
    void aSearchThatFindsNoFlipIsKnownThoughThereAreTooFewDrawsToExplain() {
        Comparison comparison = Comparing.run(
                new Idle(),
                new ComparePlan(
                        Worlds.SEED, 35, 1, Percent.of(90), Long.MAX_VALUE, false, Ranking.NONE, 1, Runnable::run),
                CompareWatcher.NONE);

        assertThat(comparison.standings().get(1).holds().n()).isLessThan(20);
        assertThat(comparison.deciders())
                .filteredOn(one -> one.contender().equals("more"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.knob()).isEqualTo("more.idle");
                    assertThat(one.isSearched()).isTrue();
                    assertThat(one.flip()).isNull();
                });
    }
}
