package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.compare.RankingFlip;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Says what the ranking hangs on: how far prices may be off, and which measures have none. */
public final class RankingWords {
    /** Prices that may be off by more than this factor are not told: nobody doubts them so far. */
    private static final double DOUBTED = 10;

    private static final int DIGITS = 4;

    /** So many digits of a floating-point number are believed. */
    private static final int EXACT = 12;

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
        return turn.price() + " from " + rounded(turn.at(), rises) + (rises ? " up" : " down") + " (now "
                + Quantity.number(turn.is()) + "): " + turn.then() + (turn.isKnown() ? "" : ", should it suffice,")
                + " is cheaper";
    }

    /** Rounds away from what the price is now, so that what is told of the value holds at the value that is told. */
    private static String rounded(double value, boolean rises) {
        MathContext away = new MathContext(DIGITS, rises ? RoundingMode.CEILING : RoundingMode.FLOOR);
        double near = new BigDecimal(value).round(new MathContext(EXACT)).doubleValue();
        return Quantity.number(BigDecimal.valueOf(near).round(away).doubleValue());
    }
}
