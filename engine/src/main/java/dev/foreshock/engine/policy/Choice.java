package dev.foreshock.engine.policy;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.Ties;

/** Chooses one of several targets, numbered from 0, for a call. At first all take part. Owned by one thread; handed the time. */
public interface Choice {
    /** The answer of {@link #choose} when no target takes part. */
    int NOBODY = -1;

    /**
     * Returns the target of a call, or {@link #NOBODY}. Times must not run backwards.
     *
     * @param bits 64 random bits, as many as any choice needs
     */
    int choose(long nowNanos, long bits);

    /** Says whether a target takes part from now on. */
    void takesPart(int target, boolean does);

    /** Says how many calls are in flight at a target from now on. */
    default void inFlight(int target, int calls, long nowNanos) {}

    /**
     * Returns the policy that {@code spec} describes, for so many targets.
     *
     * @throws IllegalArgumentException if it goes by weights, which {@link WeightedChoice} is for
     */
    static Choice of(ChoiceSpec spec, int targets) {
        long view = spec.view().toNanos();
        return switch (spec.by()) {
            case ROUND_ROBIN -> new RoundRobin(targets);
            case RANDOM -> new RandomChoice(targets);
            case LEAST_IN_FLIGHT -> new LeastInFlight(targets, view, spec.ties() == Ties.RANDOM);
            case BEST_OF -> new BestOf(targets, spec.of(), view);
            case WEIGHTED ->
                throw new IllegalArgumentException("a choice of equals must not go by weight, but was " + spec.by());
        };
    }
}
