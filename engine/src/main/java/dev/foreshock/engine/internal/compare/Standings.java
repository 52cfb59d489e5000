package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Differences;
import dev.foreshock.engine.compare.GateStanding;
import dev.foreshock.engine.compare.Seen;
import dev.foreshock.engine.compare.Spread;
import dev.foreshock.engine.compare.Standing;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;

/** Sums up the runs of a contender, alone and beside those of the unchanged scenario. */
final class Standings {
    private final Entrant unchanged;
    private final Pairs pairs;
    private final Harms harms;

    Standings(ComparePlan plan, Entrant unchanged, List<Entrant> all) {
        this.unchanged = unchanged;
        pairs = new Pairs(plan);
        harms = new Harms(pairs, all);
    }

    Standing of(Contender contender, Entrant runner) {
        return new Standing(
                contender,
                runner.trials(),
                spread(runner, Trial::outageSeconds),
                share(
                        runner.trials().stream()
                                .mapToDouble(trial -> trial.isCutShort() ? 1 : 0)
                                .toArray(),
                        value -> value > 0),
                spread(runner, Trial::usersAffectedShare),
                spread(runner, Trial::requestsLost),
                Estimate.share(runner.held(), runner.draws()),
                gates(runner),
                figures(runner),
                runner.verdict(),
                runner.drawsToDecide(),
                runner == unchanged ? null : differences(runner),
                harms.of(runner));
    }

    private Map<String, GateStanding> gates(Entrant runner) {
        Map<String, GateStanding> gates = new TreeMap<>();
        for (String name : runner.gates()) {
            Seen seen = seen(runner, trial -> {
                Trial.Observed observed = trial.gates().get(name);
                return observed == null ? Double.NaN : observed.value();
            });
            gates.put(
                    name,
                    new GateStanding(
                            seen,
                            Estimate.share(runner.held(name), runner.draws()),
                            isMissing(runner, name) ? Verdict.ERROR : runner.verdict(name),
                            why(runner, name)));
        }
        return gates;
    }

    private static boolean isMissing(Entrant runner, String gate) {
        return runner.trials().stream()
                .map(trial -> trial.gates().get(gate))
                .anyMatch(seen -> seen == null || seen.isMissing());
    }

    /** Returns why a gate is missing, of the first run that tells. */
    private static String why(Entrant runner, String gate) {
        return runner.trials().stream()
                .map(trial -> trial.gates().get(gate))
                .filter(seen -> seen != null && seen.isMissing() && !seen.why().isEmpty())
                .findFirst()
                .map(Trial.Observed::why)
                .orElse("");
    }

    private Map<String, Seen> figures(Entrant runner) {
        Map<String, Seen> seen = new TreeMap<>();
        for (String name : runner.trials().get(0).figures().keySet()) {
            seen.put(name, seen(runner, trial -> trial.figures().getOrDefault(name, Double.NaN)));
        }
        return seen;
    }

    private Seen seen(Entrant runner, ToDoubleFunction<Trial> figure) {
        double[] all = runner.trials().stream().mapToDouble(figure).toArray();
        double[] finite = Arrays.stream(all).filter(Double::isFinite).toArray();
        boolean isWhole = finite.length == all.length;
        boolean isPaired = runner != unchanged
                && isWhole
                && unchanged.trials().stream().mapToDouble(figure).allMatch(Double::isFinite);
        return new Seen(
                finite.length == 0 ? null : Spread.of(finite, isWhole ? chance(runner, figure) : Double.NaN),
                share(all, Double::isInfinite),
                share(all, Double::isNaN),
                isPaired ? pairs.difference(runner, unchanged, figure) : null);
    }

    private static double share(double[] values, DoublePredicate which) {
        return (double) Arrays.stream(values).filter(which).count() / values.length;
    }

    private Spread spread(Entrant runner, ToDoubleFunction<Trial> figure) {
        double[] values = runner.trials().stream().mapToDouble(figure).toArray();
        return Spread.of(values, chance(runner, figure));
    }

    /** Returns the standard deviation within draws: of all their seeds, or of the draws that were run twice. */
    private double chance(Entrant runner, ToDoubleFunction<Trial> figure) {
        Map<Integer, List<Double>> byDraw = new TreeMap<>();
        boolean isAllChance = runner.columns().isEmpty();
        for (List<Trial> trials : List.of(runner.trials(), runner.doubles())) {
            trials.forEach(trial -> byDraw.computeIfAbsent(isAllChance ? 0 : trial.draw(), draw -> new ArrayList<>())
                    .add(figure.applyAsDouble(trial)));
        }
        double squares = 0;
        int freedom = 0;
        for (List<Double> values : byDraw.values()) {
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            freedom += values.size() - 1;
        }
        return freedom == 0 ? Double.NaN : StrictMath.sqrt(squares / freedom);
    }

    private Differences differences(Entrant runner) {
        return new Differences(
                pairs.difference(runner, unchanged, Trial::outageSeconds),
                pairs.difference(runner, unchanged, Trial::usersAffectedShare),
                pairs.difference(runner, unchanged, Trial::requestsLost));
    }
}
