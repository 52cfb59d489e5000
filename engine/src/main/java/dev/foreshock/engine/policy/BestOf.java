package dev.foreshock.engine.policy;

/**
 * Draws {@code d} different targets and chooses the one with the fewest calls in flight, the first drawn among equals: the
 * power of {@code d} choices. With exponential service and load {@code l} of each of many servers, the mean time in them is
 * {@code sum over i >= 1 of l^((d^i - d) / (d - 1))} service times, where one choice takes {@code 1 / (1 - l)}. Source:
 * M. Mitzenmacher, "The power of two choices in randomized load balancing", 2001. A choice takes time in proportion to
 * {@code d}.
 */
public final class BestOf implements Choice {
    private final Members members;
    private final LoadView view;
    private final int most;
    private final int[] swapped;

    /** Creates the policy for so many targets, {@code d} of which are drawn; what they have in flight is published so often. */
    public BestOf(int targets, int d, long viewNanos) {
        members = new Members(targets);
        view = new LoadView(targets, viewNanos);
        most = d;
        swapped = new int[Math.min(d, targets)];
    }

    @Override
    public int choose(long nowNanos, long bits) {
        view.moveTo(nowNanos);
        int count = members.count();
        int[] list = members.list;
        int drawn = Math.min(most, count);
        int best = NOBODY;
        for (int i = 0; i < drawn; i++) {
            swapped[i] = i + Draws.below(count - i, bits, i);
            int candidate = swap(list, i, swapped[i]);
            if (best == NOBODY || view.of(candidate) < view.of(best)) {
                best = candidate;
            }
        }
        // Back in order: the next draw must depend on its own bits alone.
        for (int i = drawn - 1; i >= 0; i--) {
            swap(list, i, swapped[i]);
        }
        return best;
    }

    private static int swap(int[] list, int i, int j) {
        int value = list[j];
        list[j] = list[i];
        list[i] = value;
        return value;
    }

    @Override
    public void takesPart(int target, boolean does) {
        members.set(target, does);
    }

    @Override
    public void inFlight(int target, int calls, long nowNanos) {
        view.moveTo(nowNanos);
        view.set(target, calls);
    }
}
