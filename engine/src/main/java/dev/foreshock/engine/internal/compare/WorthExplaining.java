package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.judge.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the sets of which it is worth knowing what their verdicts hang on: those that hold in some draws and not in others, if
 * a different verdict would change the answer. Dearer ones than the cheapest that suffices change nothing, save single measures,
 * as somebody proposed each of them. Where there are none, the scenario as it is: how bad it becomes hangs on something, too.
 */
final class WorthExplaining {
    private static final int MOST = 3;

    private final Entrant unchanged;
    private final double demanded;

    WorthExplaining(Entrant unchanged, double demanded) {
        this.unchanged = unchanged;
        this.demanded = demanded;
    }

    /**
     * Returns at most three of {@code order}: those that would be the answer before the others, those that are undecided before
     * those that are not, and of these the ones closest to what is demanded.
     *
     * @param order the contenders, from the cheapest on
     */
    List<Entrant> of(List<Entrant> order) {
        List<Entrant> mixed = order.stream()
                .filter(set -> set.held() > 0 && set.held() < set.draws())
                .filter(set -> (set.contender().variants().size() == 1 && set.verdict() != Verdict.PASSED)
                        || isAtMostAsDear(set, order))
                .sorted(Comparator.<Entrant, Boolean>comparing(set -> !isAtMostAsDear(set, order))
                        .thenComparing(set -> set.verdict() != Verdict.INCONCLUSIVE)
                        .thenComparing(set -> Math.abs((double) set.held() / set.draws() - demanded)))
                .limit(MOST)
                .toList();
        boolean isBad = unchanged.held() < unchanged.draws();
        return mixed.isEmpty() && isBad ? List.of(unchanged) : mixed;
    }

    /** Tells whether no set that is cheaper suffices. */
    private static boolean isAtMostAsDear(Entrant set, List<Entrant> order) {
        return order.subList(0, order.indexOf(set)).stream()
                .noneMatch(cheaper -> !cheaper.contender().isUnchanged() && cheaper.verdict() == Verdict.PASSED);
    }
}
