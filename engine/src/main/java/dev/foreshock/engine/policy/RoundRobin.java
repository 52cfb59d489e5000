package dev.foreshock.engine.policy;

/** Chooses each in turn, passing over those who do not take part. */
public final class RoundRobin implements Choice {
    private final boolean[] out;
    private int turn;

    /** Creates the policy for so many targets, of whom the first is next. */
    public RoundRobin(int targets) {
        out = new boolean[targets];
    }

    @Override
    public int choose(long nowNanos, long bits) {
        for (int tried = 0; tried < out.length; tried++) {
            int chosen = turn;
            turn = turn + 1 == out.length ? 0 : turn + 1;
            if (!out[chosen]) {
                return chosen;
            }
        }
        return NOBODY;
    }

    @Override
    public void takesPart(int target, boolean does) {
        out[target] = !does;
    }
}
