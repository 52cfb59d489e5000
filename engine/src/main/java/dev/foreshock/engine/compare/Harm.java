package dev.foreshock.engine.compare;

import dev.foreshock.engine.result.Estimate;

/**
 * A set that does worse than a part of it alone, or than the unchanged scenario: a measure spoils another, or does harm by itself. Figures are those of the set less those of the part,
 * run for run on the same users, seeds and knobs.
 *
 * @param part the name of the part, or of the unchanged scenario
 * @param outageSeconds the change of all impacts together, with Student's t interval over the draws that both have
 * @param usersAffectedShare the change of the share of affected users, likewise
 * @param holdsShare the change of the share of draws in which all gates hold, from -1 to 1
 */
public record Harm(String part, Estimate outageSeconds, Estimate usersAffectedShare, double holdsShare) {}
