package dev.foreshock.engine.compare;

import java.util.List;

/**
 * What a comparison left undecided, and what deciding it would take: an estimate from what runs cost and how often gates held. Sets
 * of which a part is known to suffice are nobody's concern.
 *
 * @param draws how many draws a set must be allowed altogether; 0 if nothing is open that draws would decide
 * @param runs how many runs more would decide every set that is open and needed
 * @param events how many events more would decide those sets and search for the flips that were not searched for
 * @param budgetEvents the budget with which the whole comparison would decide them
 * @param fullEvents how many events every set with every draw would take altogether
 * @param knobs the paths of knobs of which the budget did not tell where verdicts flip
 */
public record Remaining(int draws, long runs, long events, long budgetEvents, long fullEvents, List<String> knobs) {
    /** Copies the list. */
    public Remaining {
        knobs = List.copyOf(knobs);
    }

    /** Tells whether more runs would tell more. */
    public boolean isSomething() {
        return runs > 0 || !knobs.isEmpty();
    }
}
