package dev.foreshock.engine.compare;

import dev.foreshock.engine.result.Estimate;

/**
 * What a contender changes, run for run on the same users, seeds and knobs: its figure less that of the unchanged scenario, in
 * the mean, with Student's t interval over the draws.
 *
 * @param outageSeconds the change of all impacts together
 * @param usersAffectedShare the change of the share of affected users
 * @param requestsLost the change of the number of requests that did not succeed
 */
public record Differences(Estimate outageSeconds, Estimate usersAffectedShare, Estimate requestsLost) {}
