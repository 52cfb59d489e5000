package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.internal.limit.Culprit.Finding;
import dev.foreshock.engine.limit.Grown;
import dev.foreshock.engine.limit.LimitPlan;
import dev.foreshock.engine.limit.LimitStep;
import dev.foreshock.engine.limit.LimitStep.Outcome;
import dev.foreshock.engine.limit.Limits;
import dev.foreshock.engine.limit.Unfinished;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/** Finds breaking points, one after the other. */
public final class Hunt {
    private static final double ABOVE = 1.1;
    private static final double BELOW = 1.25;
    private static final int LOOKS_OF_THE_FIRST = 9;
    private static final int LOOKS_OF_OTHERS = 5;
    private static final int SUSPECTS = 8;

    private final Scenario scenario;
    private final LimitPlan plan;
    private final Trials trials;
    private final double peak;
    private Supplier<Unfinished> underWay = () -> new Unfinished(List.of(), 0, Double.POSITIVE_INFINITY);

    /** Prepares the search. */
    public Hunt(Scenario scenario, LimitPlan plan, CompareWatcher watcher) {
        this.scenario = scenario;
        this.plan = plan;
        peak = Grown.peakPerSecond(plan.grow(), scenario);
        trials = new Trials(plan, watcher);
    }

    /** A step, and the limit that goes before the next; null if there is none. */
    private record Stride(
            LimitStep step,
            @org.jspecify.annotations.Nullable Finding finding) {}

    /**
     * Returns what was found, or what a person leaves time for.
     *
     * @throws StoppedException if it was stopped before anything was known
     */
    public Limits run() {
        List<LimitStep> steps = new ArrayList<>();
        Unfinished unfinished = null;
        boolean isStopped = false;
        try {
            hunt(steps);
        } catch (SpentException e) {
            unfinished = underWay.get();
        } catch (StoppedException e) {
            unfinished = underWay.get();
            isStopped = true;
            if (steps.isEmpty() && unfinished.isNothing()) {
                throw e;
            }
        }
        boolean byGates = !scenario.gates().isEmpty();
        return new Limits(
                scenario.name(), plan, byGates, steps, unfinished, isStopped, trials.done(), trials.spentEvents());
    }

    private void hunt(List<LimitStep> steps) {
        List<String> fixed = new ArrayList<>();
        Scenario current = scenario;
        double start = 1;
        while (steps.size() < plan.steps()) {
            Stride stride = step(current, List.copyOf(fixed), start);
            steps.add(stride.step());
            Finding finding = stride.finding();
            if (finding == null) {
                break;
            }
            Estimate factor = stride.step().factor();
            start = factor == null ? start : factor.value();
            current = finding.limit().from(current);
            fixed.add(finding.limit().path());
        }
    }

    private Stride step(Scenario current, List<String> fixed, double start) {
        expect(fixed, SUSPECTS, "looking for the breaking point");
        Threshold first = new Threshold(factor -> {
            trials.requireBudget();
            return trials.holds(current, factor, 0).holds();
        });
        underWay = () -> first.soFar(fixed);
        first.search(start, 2, plan.precision());
        if (!first.isFound()) {
            Outcome outcome = first.isUnbroken() ? Outcome.HOLDS : Outcome.FAILS;
            Map<String, Integer> fails =
                    count(first.isUnbroken() ? List.of() : List.of(trials.run(current, first.failing(), 0)));
            LimitStep step =
                    new LimitStep(fixed, outcome, null, Double.NaN, first.isUnbroken() ? 1 : 0, fails, List.of(), null);
            return new Stride(step, null);
        }
        List<Threshold> all = new ArrayList<>(List.of(first));
        all.addAll(others(current, first.middle()));
        Surroundings around = Surroundings.of(current, all, trials);
        Culprit culprit = new Culprit(trials, current, around.above().get(0).evidence());
        expect(fixed, culprit.suspects(), "looking for the bottleneck");
        Finding finding =
                culprit.find(around.above().stream().map(Trial::factor).toList(), first.failing());
        Estimate factor = estimate(all);
        LimitStep step = new LimitStep(
                fixed,
                Outcome.BREAKS,
                factor,
                factor.value() * peak,
                (int) all.stream().filter(Threshold::isUnbroken).count(),
                count(around.above()),
                around.reversed(),
                finding == null ? null : finding.bottleneck());
        return new Stride(step, finding);
    }

    private List<Threshold> others(Scenario current, double start) {
        double stride = (1 + plan.precision()) * (1 + plan.precision());
        List<Supplier<Optional<Threshold>>> jobs = new ArrayList<>();
        for (int number = 1; number < plan.replications(); number++) {
            int seed = number;
            Trials.Allowance allowance = trials.share(plan.replications() - 1);
            jobs.add(() -> search(factor -> allowance.holds(current, factor, seed), start, stride));
        }
        List<Optional<Threshold>> found = trials.together(jobs);
        return found.stream().map(one -> one.orElseThrow(SpentException::new)).toList();
    }

    /** Returns a breaking point; nothing if the budget was spent before, so that other searches go on to their own ends. */
    private Optional<Threshold> search(DoublePredicate holds, double start, double stride) {
        try {
            return Optional.of(new Threshold(holds).search(start, stride, plan.precision()));
        } catch (SpentException e) {
            return Optional.empty();
        }
    }

    /** What happens around the breaking points: a way above each of them, and a way below that of the first seed. */
    private record Surroundings(List<Trial> above, List<Double> reversed) {
        static Surroundings of(Scenario current, List<Threshold> all, Trials trials) {
            List<Supplier<Trial>> jobs = new ArrayList<>();
            for (int number = 0; number < all.size(); number++) {
                int seed = number;
                double at = Math.min(LimitPlan.MOST, ABOVE * all.get(seed).failing());
                jobs.add(() -> trials.run(current, at, seed));
            }
            double below = all.get(0).holding() / BELOW;
            jobs.add(() -> trials.run(current, below, 0));
            List<Trial> looks = trials.together(jobs);
            List<Trial> above = new ArrayList<>();
            List<Double> reversed = new ArrayList<>();
            for (int seed = 0; seed < all.size(); seed++) {
                Threshold breaking = all.get(seed);
                boolean heldAgain = looks.get(seed).holds() && !breaking.isUnbroken();
                above.add(heldAgain ? trials.run(current, breaking.failing(), seed) : looks.get(seed));
                if (heldAgain) {
                    reversed.add(looks.get(seed).factor());
                }
            }
            if (!looks.get(all.size()).holds()) {
                reversed.add(below);
            }
            return new Surroundings(above, reversed);
        }
    }

    private static Map<String, Integer> count(List<Trial> trials) {
        Map<String, Integer> fails = new TreeMap<>();
        trials.forEach(trial -> trial.fails().forEach(name -> fails.merge(name, 1, Integer::sum)));
        return fails;
    }

    private static Estimate estimate(List<Threshold> all) {
        Estimate low = logarithms(all.stream().mapToDouble(Threshold::holding).toArray());
        Estimate middle = logarithms(all.stream().mapToDouble(Threshold::middle).toArray());
        Estimate high = logarithms(all.stream().mapToDouble(Threshold::failing).toArray());
        return new Estimate(
                StrictMath.exp(middle.value()), StrictMath.exp(low.low()), StrictMath.exp(high.high()), all.size());
    }

    private static Estimate logarithms(double[] factors) {
        return Estimate.mean(
                java.util.Arrays.stream(factors).map(StrictMath::log).toArray());
    }

    /** Foresees how many runs there will be: what is done, the rest of this step, and the steps after it. */
    private void expect(List<String> fixed, int suspects, String what) {
        int cures = SUSPECTS / 2 + plan.replications();
        int search = LOOKS_OF_THE_FIRST + (plan.replications() - 1) * LOOKS_OF_OTHERS + plan.replications() + 1;
        int rest = what.endsWith("bottleneck") ? suspects + cures : search + suspects + cures;
        int later = (plan.steps() - fixed.size() - 1) * (search + suspects + cures);
        trials.expect(trials.done() + rest + later, "step " + (fixed.size() + 1) + " of " + plan.steps() + ": " + what);
    }
}
