package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;

/**
 * How one gate fared with one set of measures.
 *
 * @param seen what was seen of its measure
 * @param wanted what it wants of one run: {@code <= 5%}
 * @param holds the share of draws in which it holds
 * @param verdict the verdict
 * @param why why it could not be observed and what would help, as far as that is known; else empty
 */
public record GateSight(Sight seen, String wanted, Estimate holds, Verdict verdict, String why) {}
