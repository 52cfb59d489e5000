package dev.foreshock.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final int DRAWS = 60_000;

    private static Map<Integer, Integer> counts(Choice choice) {
        Random random = new Random(7);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            counts.merge(choice.choose(0, random.nextLong()), 1, Integer::sum);
        }
        return counts;
    }

    private static void load(Choice choice, int... calls) {
        for (int target = 0; target < calls.length; target++) {
            choice.inFlight(target, calls[target], 0);
        }
    }

    @Test
    void roundRobinTakesEachInTurnAndPassesOverThoseWhoAreOut() {
        Choice choice = new RoundRobin(3);
        choice.takesPart(1, false);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            chosen.add(choice.choose(0, 0));
        }
        choice.takesPart(1, true);
        chosen.add(choice.choose(0, 0));
        chosen.add(choice.choose(0, 0));
        assertThat(chosen).containsExactly(0, 2, 0, 2, 0, 1);
    }

    @Test
    void randomTakesEachAsOften() {
        Choice choice = new RandomChoice(4);
        choice.takesPart(2, false);
        Map<Integer, Integer> counts = counts(choice);
        assertThat(counts).containsOnlyKeys(0, 1, 3);
        counts.values().forEach(count -> assertThat(count / (double) DRAWS).isCloseTo(1 / 3.0, within(0.01)));
    }

    @Test
    void leastInFlightTakesOneOfTheLeastWithEqualChance() {
        Choice choice = new LeastInFlight(5, 0, true);
        load(choice, 3, 1, 2, 1, 1);
        choice.takesPart(3, false);
        Map<Integer, Integer> counts = counts(choice);
        assertThat(counts).containsOnlyKeys(1, 4);
        assertThat(counts.get(1) / (double) DRAWS).isCloseTo(0.5, within(0.01));
    }

    @Test
    void leastInFlightTakesTheFirstOfTheLeastWhereTiesAreNotDrawn() {
        Choice choice = new LeastInFlight(5, 0, false);
        load(choice, 3, 1, 2, 1, 1);
        assertThat(counts(choice)).containsOnlyKeys(1);
    }

    @Test
    void bestOfTwoTakesTheBetterOfTwoDifferentOnes() {
        Choice choice = new BestOf(4, 2, 0);
        load(choice, 0, 1, 2, 3);
        Map<Integer, Integer> counts = counts(choice);
        // Of the 6 pairs, target i is the better in 3 - i.
        assertThat(counts).containsOnlyKeys(0, 1, 2);
        for (int i = 0; i < 3; i++) {
            assertThat(counts.get(i) / (double) DRAWS).as("target %s", i).isCloseTo((3 - i) / 6.0, within(0.01));
        }
    }

    @Test
    void bestOfAmongEqualsTakesEachAsOften() {
        counts(new BestOf(5, 3, 0))
                .values()
                .forEach(count -> assertThat(count / (double) DRAWS).isCloseTo(0.2, within(0.01)));
    }

    @Test
    void bestOfMoreThanThereAreIsTheBestOfAll() {
        Choice choice = new BestOf(3, 9, 0);
        load(choice, 2, 1, 4);
        assertThat(counts(choice)).containsOnlyKeys(1);
    }

    @Test
    void whatIsDrawnDependsOnItsBitsAlone() {
        Choice fresh = new BestOf(50, 3, 0);
        Choice used = new BestOf(50, 3, 0);
        counts(used);
        for (long bits = 0; bits < 200; bits++) {
            assertThat(used.choose(0, bits)).isEqualTo(fresh.choose(0, bits));
        }
    }

    @Test
    void loadsAreSeenAsTheyWereWhenPublishedLast() {
        for (Choice choice : List.of(new LeastInFlight(2, 1000, false), new BestOf(2, 2, 1000))) {
            choice.inFlight(0, 1, 10);
            choice.inFlight(0, 7, 2500);
            choice.inFlight(1, 3, 2600);
            choice.inFlight(0, 2, 3000);
            assertThat(chosenOften(choice, 3000))
                    .as("published at 3000: 7 and 3")
                    .containsExactly(1);
            assertThat(chosenOften(choice, 3999)).containsExactly(1);
            assertThat(chosenOften(choice, 4000))
                    .as("published at 4000: 2 and 3")
                    .containsExactly(0);
        }
    }

    private static java.util.Set<Integer> chosenOften(Choice choice, long now) {
        java.util.Set<Integer> chosen = new java.util.TreeSet<>();
        for (long bits = 0; bits < 50; bits++) {
            chosen.add(choice.choose(now, bits));
        }
        return chosen;
    }

    @Test
    void nobodyIsChosenWhenAllAreOut() {
        for (Choice choice :
                List.of(new RoundRobin(2), new RandomChoice(2), new LeastInFlight(2, 0, true), new BestOf(2, 2, 0))) {
            choice.takesPart(0, false);
            choice.takesPart(1, false);
            assertThat(choice.choose(0, 5)).isEqualTo(Choice.NOBODY);
            choice.takesPart(1, true);
            assertThat(choice.choose(0, 5)).isEqualTo(1);
        }
    }

    @Test
    void aTournamentAgreesWithASearchThroughAll() {
        Random random = new Random(3);
        for (int size : new int[] {1, 2, 3, 8, 13, 16, 17, 1000}) {
            Tournament tournament = new Tournament(size);
            int[] numbers = new int[size];
            for (int round = 0; round < 3000; round++) {
                int who = random.nextInt(size);
                numbers[who] = random.nextInt(8) == 0 ? Tournament.OUT : random.nextInt(4);
                tournament.set(who, numbers[who]);
                int least = java.util.Arrays.stream(numbers).min().orElseThrow();
                int[] holders = java.util.stream.IntStream.range(0, size)
                        .filter(i -> numbers[i] == least)
                        .toArray();
                assertThat(tournament.least()).isEqualTo(least);
                assertThat(tournament.holders()).isEqualTo(holders.length);
                int rank = random.nextInt(holders.length);
                assertThat(tournament.holder(rank)).isEqualTo(holders[rank]);
            }
        }
    }
}
