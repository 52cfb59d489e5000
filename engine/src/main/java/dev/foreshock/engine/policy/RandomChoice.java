package dev.foreshock.engine.policy;

/** Chooses any, each with the same probability, whatever was chosen before. */
public final class RandomChoice implements Choice {
    private final Members members;

    /** Creates the policy for so many targets. */
    public RandomChoice(int targets) {
        members = new Members(targets);
    }

    @Override
    public int choose(long nowNanos, long bits) {
        return members.count() == 0 ? NOBODY : members.list[Draws.below(members.count(), bits, 0)];
    }

    @Override
    public void takesPart(int target, boolean does) {
        members.set(target, does);
    }
}
