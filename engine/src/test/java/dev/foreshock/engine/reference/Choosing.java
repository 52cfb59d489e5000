package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.Ties;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Chooses one of several, numbered from 0, for a request. */
final class Choosing {
    private final ChoiceSpec spec;
    private final int[] inFlight;
    private final int[] published;
    private long nextView;
    private int turn;

    Choosing(ChoiceSpec spec, int count) {
        this.spec = spec;
        inFlight = new int[count];
        published = new int[count];
        nextView = spec.view().toNanos();
    }

    /** Notes how many are in flight at one of them from now on. */
    void inFlight(int which, int count, long now) {
        publish(now);
        inFlight[which] = count;
    }

    private void publish(long now) {
        long view = spec.view().toNanos();
        if (view > 0 && now >= nextView) {
            System.arraycopy(inFlight, 0, published, 0, published.length);
            nextView = (now / view + 1) * view;
        }
    }

    private int seen(int which) {
        return spec.view().isZero() ? inFlight[which] : published[which];
    }

    /** Returns one of those who take part, who are in order; -1 if there is none. */
    int choose(List<Integer> taking, long bits, long now) {
        publish(now);
        if (taking.isEmpty()) {
            return -1;
        }
        return switch (spec.by()) {
            case ROUND_ROBIN -> inTurn(taking);
            case RANDOM -> taking.get(Draw.below(taking.size(), bits, 0));
            case LEAST_IN_FLIGHT -> least(taking, bits);
            case BEST_OF -> bestOf(taking, bits);
            case WEIGHTED -> throw new IllegalStateException("weights are of users");
        };
    }

    private int inTurn(List<Integer> taking) {
        while (true) {
            int chosen = turn;
            turn = (turn + 1) % inFlight.length;
            if (taking.contains(chosen)) {
                return chosen;
            }
        }
    }

    private int least(List<Integer> taking, long bits) {
        int least = taking.stream().mapToInt(this::seen).min().orElseThrow();
        List<Integer> equal =
                taking.stream().filter(which -> seen(which) == least).toList();
        return equal.get(spec.ties() == Ties.RANDOM ? Draw.below(equal.size(), bits, 0) : 0);
    }

    /** Draws some by a shuffle that stops early, and takes the first of those with the fewest in flight. */
    private int bestOf(List<Integer> taking, long bits) {
        List<Integer> left = new ArrayList<>(taking);
        int best = -1;
        for (int i = 0; i < Math.min(spec.of(), taking.size()); i++) {
            Collections.swap(left, i, i + Draw.below(taking.size() - i, bits, i));
            if (best == -1 || seen(left.get(i)) < seen(best)) {
                best = left.get(i);
            }
        }
        return best;
    }
}
