package dev.foreshock.engine.compare;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;

/**
 * How one gate fared with a contender.
 *
 * @param seen what was seen of its measure
 * @param holds the share of draws in which it holds, with Wilson's interval
 * @param verdict passed, deviated or inconclusive; error if it could not be observed in some run
 * @param why why it could not be observed in a run and what would help, as far as that is known; else empty
 */
public record GateStanding(Seen seen, Estimate holds, Verdict verdict, String why) {}
