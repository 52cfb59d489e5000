package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Harm;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.result.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Looks for sets that do worse than a part of them alone, or than nothing at all: longer outages, more affected users or fewer
 * draws in which all gates hold.
 *
 * <p>An error of 5 % is shared by all pairs of a set and a part that were looked at, and by the three figures (Bonferroni): whoever
 * looks often enough finds something.
 */
final class Harms {
    private static final double ERROR = 0.05;
    private static final int FIGURES = 3;
    private static final int FEWEST = 3;

    /** Impacts are told in whole minutes: less is not worth a word. */
    private static final double LEAST_SECONDS = 60;

    private static final double LEAST_SHARE = 0.005;

    private final Pairs pairs;
    private final List<Entrant> all;
    private final double confidence;

    Harms(Pairs pairs, List<Entrant> all) {
        this.pairs = pairs;
        this.all = all;
        long looks = all.stream().mapToLong(set -> parts(set).size()).sum();
        confidence = 1 - ERROR / Math.max(1, looks * FIGURES);
    }

    /** Returns the parts than which {@code set} does worse beyond chance, in the order of the field. */
    List<Harm> of(Entrant set) {
        return parts(set).stream()
                .filter(part -> isWorse(set, part))
                .map(part -> new Harm(
                        part.contender().name(),
                        pairs.difference(set, part, Trial::outageSeconds),
                        pairs.difference(set, part, Trial::usersAffectedShare),
                        pairs.difference(set, part, Harms::holds).value()))
                .toList();
    }

    private List<Entrant> parts(Entrant set) {
        return all.stream()
                .filter(part -> isPart(part, set) && Math.min(set.draws(), part.draws()) >= FEWEST)
                .toList();
    }

    private static boolean isPart(Entrant part, Entrant set) {
        boolean isNothing = part.contender().isUnchanged();
        return part.isPartOf(set) || (isNothing && !set.contender().isUnchanged());
    }

    private boolean isWorse(Entrant set, Entrant part) {
        return isAbove(LEAST_SECONDS, set, part, Trial::outageSeconds)
                || isAbove(LEAST_SHARE, set, part, Trial::usersAffectedShare)
                || isAbove(0, set, part, trial -> -holds(trial));
    }

    private boolean isAbove(double least, Entrant set, Entrant part, ToDoubleFunction<Trial> figure) {
        Estimate change = pairs.difference(confidence, set, part, figure);
        return change.low() > 0 && change.value() >= least;
    }

    private static double holds(Trial trial) {
        return trial.holds() ? 1 : 0;
    }
}
