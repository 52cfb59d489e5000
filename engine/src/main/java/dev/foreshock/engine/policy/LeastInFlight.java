package dev.foreshock.engine.policy;

/**
 * Chooses the target with the fewest calls in flight: join the shortest queue. By what was published some time ago it sends
 * everybody to the same few until the next publication, and does worse than {@link RandomChoice}. Source: M. Mitzenmacher, "How useful
 * is old information?", 2000. A choice takes time in proportion to the logarithm of the targets.
 */
public final class LeastInFlight implements Choice {
    private final boolean[] out;
    private final Tournament tournament;
    private final LoadView view;
    private final boolean randomTies;

    /**
     * Creates the policy for so many targets.
     *
     * @param viewNanos how often it is published what is in flight, or 0 for at once
     * @param randomTies whether to draw among equals rather than to take the first
     */
    public LeastInFlight(int targets, long viewNanos, boolean randomTies) {
        out = new boolean[targets];
        tournament = new Tournament(targets);
        view = new LoadView(targets, viewNanos);
        this.randomTies = randomTies;
    }

    @Override
    public int choose(long nowNanos, long bits) {
        moveTo(nowNanos);
        if (tournament.least() == Tournament.OUT) {
            return NOBODY;
        }
        return tournament.holder(randomTies ? Draws.below(tournament.holders(), bits, 0) : 0);
    }

    private void moveTo(long nowNanos) {
        if (view.moveTo(nowNanos)) {
            for (int target = 0; target < out.length; target++) {
                show(target);
            }
        }
    }

    private void show(int target) {
        tournament.set(target, out[target] ? Tournament.OUT : view.of(target));
    }

    @Override
    public void takesPart(int target, boolean does) {
        out[target] = !does;
        show(target);
    }

    @Override
    public void inFlight(int target, int calls, long nowNanos) {
        moveTo(nowNanos);
        view.set(target, calls);
        if (view.isLive()) {
            show(target);
        }
    }
}
