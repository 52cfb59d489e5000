package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.Stopping;

/**
 * When replications are looked at, and how much error each look may spend.
 *
 * <p>Look {@code k = 1, 2, ...} comes after {@code 20 * 2^(k-1)} replications and rests on intervals of confidence
 * {@code 1 - a(k)}, {@code a(k) = 0.05 / (k (k + 1))}: 97.5 %, 99.17 %, 99.58 %, ... The errors of the first K looks sum to
 * {@code 0.05 K / (K + 1)}, so whatever the number of looks and however they hang together, the chance that any of them errs
 * about one claim stays below 5 % (Bonferroni's inequality; spending by a function that is fixed before: Lan and DeMets 1983,
 * Discrete sequential boundaries for clinical trials; intervals for every look at once: Jennison and Turnbull 1989, Interim
 * analyses: the repeated confidence interval approach).
 */
public final class Looks {
    private static final double ERROR = 1 - Ended.USUAL_CONFIDENCE;

    private Looks() {}

    /** Returns how many replications look {@code look} has, from 1. */
    public static int size(int look) {
        long size = (long) Stopping.FIRST_LOOK << Math.min(look - 1, Integer.SIZE);
        return (int) Math.min(size, Stopping.MOST);
    }

    /** Returns the confidence of the intervals that look {@code look} rests on, from 1. */
    public static double confidence(int look) {
        return 1 - ERROR / (look * (look + 1.0));
    }
}
