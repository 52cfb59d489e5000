package dev.foreshock.reports.internal.figure.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.judge.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairWordsTest {
    @Test
    void aFewPairsAreNamed() {
        List<List<String>> two = List.of(List.of("alert", "cache"), List.of("alert", "admission"));
        assertThat(PairWords.sentence(Verdict.PASSED, two.subList(0, 1)))
                .isEqualTo("alert + cache suffices, though neither of the two does alone");
        assertThat(PairWords.sentence(Verdict.DEVIATED, two))
                .isEqualTo("alert + cache or alert + admission does not suffice either");
        assertThat(PairWords.sentence(Verdict.INCONCLUSIVE, two))
                .isEqualTo("alert + cache or alert + admission is undecided");
    }

    @Test
    void ofManyPairsThoseWithAMeasureInCommonAreNamedAfterIt() {
        List<List<String>> pairs = new ArrayList<>();
        List<String> names = List.of("a", "b", "c", "d", "e", "f");
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(List.of(names.get(i), names.get(j)));
            }
        }
        assertThat(PairWords.sentence(Verdict.DEVIATED, pairs))
                .isEqualTo(
                        "15 pairs do not suffice either: a with b, c, d, e or f; b with c, d, e or f; c with d, e or f;"
                                + " d with e or f; e + f");
    }

    @Test
    void theMeasureThatMostPairsHaveComesFirstWhereverItStandsInThem() {
        List<List<String>> pairs =
                List.of(List.of("x", "y"), List.of("b", "cache"), List.of("cache", "c"), List.of("a", "cache"));
        assertThat(PairWords.sentence(Verdict.PASSED, pairs))
                .isEqualTo("4 pairs suffice, though neither of the two does alone: cache with b, c or a; x + y");
    }
}
