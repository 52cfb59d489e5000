package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.compare.RankingFlip;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Says what the ranking hangs on: how far prices may be off, and which measures have none. */
public final class RankingWords {
    /** Prices that may be off by more than this factor are not told: nobody doubts them so far. */
    private static final double DOUBTED = 10;

    private static final int DIGITS = 3;

    private RankingWords() {}

    /** Returns what is to be known of the prices before the ranking is believed, a text each; empty if nothing is. */
    public static List<String> sentences(Measures measures) {
        List<String> texts = new ArrayList<>();
        List<String> near = measures.rankingFlips().stream()
                .filter(turn -> turn.factor() <= DOUBTED)
                .map(RankingWords::turn)
                .toList();
        texts.addAll(near);
        if (near.isEmpty() && !measures.rankingFlips().isEmpty()) {
            texts.add(
                    "of the sets that suffice, or held in every draw so far, no price alone, ten times off, makes another the cheapest");
        }
        List<MeasureSet> free = measures.sets().stream()
                .filter(set -> set.variants().size() == 1 && set.price().equals("-"))
                .toList();
        if (!free.isEmpty()) {
            texts.add(Answer.names(free) + (free.size() == 1 ? " has" : " have") + " no costs in the file, so "
                    + (free.size() == 1 ? "it counts" : "they count") + " as free");
        }
        return texts;
    }

    private static String turn(RankingFlip turn) {
        boolean rises = turn.at() >= turn.is();
        return turn.price() + " from " + rounded(turn.at()) + (rises ? " up" : " down") + " (now "
                + Quantity.number(turn.is()) + "): " + turn.then() + (turn.isKnown() ? "" : ", should it suffice,")
                + " is cheaper";
    }

    private static String rounded(double value) {
        return Quantity.number(
                new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue());
    }
}
