package dev.foreshock.engine.steady;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * A gate with what the long run says of it.
 *
 * @param name its name in the file
 * @param claim the claim, with its limit resolved where it hangs on a baseline
 * @param observed what it speaks of, in its base unit, with the interval of 95 %; null where there is no measure of it
 * @param verdict passed where the whole interval is on the good side of the limit, deviated where all of it is on the bad one,
 *     inconclusive where it lies on both or is not to be trusted
 * @param reason why there is no other verdict; empty when there is nothing to say
 */
public record SteadyJudgement(
        String name, Claim claim, @Nullable Estimate observed, Verdict verdict, String reason) {}
