package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.limit.Bottleneck;
import dev.foreshock.engine.limit.Bottleneck.Found;
import dev.foreshock.engine.limit.LimitPlan;
import dev.foreshock.engine.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the limit behind a breaking point: by taking limits away, one at a time. */
final class Culprit {
    private static final double[] FARTHER = {1.15, 1.4, 1.8, 2.5, 4};

    private final Trials trials;
    private final Scenario scenario;
    private final List<SizeLimit> suspects;
    private final Evidence evidence;

    /** @param evidence what was seen just above the breaking point in the first seed */
    Culprit(Trials trials, Scenario scenario, Evidence evidence) {
        this.trials = trials;
        this.scenario = scenario;
        this.evidence = evidence;
        suspects = evidence.suspects(SizeLimit.of(scenario.system()));
    }

    /** A limit that was found, and how. */
    record Finding(SizeLimit limit, Bottleneck bottleneck) {}

    int suspects() {
        return suspects.size();
    }

    /**
     * Returns the limit to blame; null if none is.
     *
     * @param above by seed, a factor at which something fails, some way above the breaking point
     * @param failing the first factor of the first seed at which something fails, to be tried if {@code above} finds nothing
     */
    @Nullable
    Finding find(List<Double> above, double failing) {
        if (suspects.isEmpty()) {
            return null;
        }
        List<Double> at = new ArrayList<>(above);
        List<SizeLimit> cures = holding(suspects, at.get(0), 0);
        if (cures.isEmpty() && failing < at.get(0)) {
            at.set(0, failing);
            cures = holding(suspects, failing, 0);
        }
        if (cures.isEmpty()) {
            return byUtilization(above);
        }
        int[] held = held(cures, at);
        int most = java.util.Arrays.stream(held).max().orElse(0);
        List<SizeLimit> best = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i] == most) {
                best.add(cures.get(i));
            }
        }
        best = strongest(best, at.get(0));
        List<String> alike = best.stream().skip(1).map(SizeLimit::path).toList();
        return new Finding(best.get(0), new Bottleneck(best.get(0).path(), Found.BY_TRIAL, most, at.size(), alike));
    }

    /** Returns those of {@code limits} without which everything holds. */
    private List<SizeLimit> holding(List<SizeLimit> limits, double factor, int number) {
        List<Supplier<Boolean>> jobs = new ArrayList<>();
        limits.forEach(limit -> jobs.add(
                () -> trials.holds(limit.from(scenario), factor, number).holds()));
        List<Boolean> holds = trials.together(jobs);
        List<SizeLimit> found = new ArrayList<>();
        for (int i = 0; i < holds.size(); i++) {
            if (holds.get(i)) {
                found.add(limits.get(i));
            }
        }
        return found;
    }

    /** Returns in how many seeds everything holds, by limit; the first seed is known. */
    private int[] held(List<SizeLimit> cures, List<Double> at) {
        List<Supplier<Boolean>> jobs = new ArrayList<>();
        for (SizeLimit cure : cures) {
            for (int number = 1; number < at.size(); number++) {
                int seed = number;
                jobs.add(() ->
                        trials.holds(cure.from(scenario), at.get(seed), seed).holds());
            }
        }
        List<Boolean> holds = trials.together(jobs);
        int[] held = new int[cures.size()];
        int others = at.size() - 1;
        for (int i = 0; i < held.length; i++) {
            held[i] = 1
                    + (int) holds.subList(i * others, (i + 1) * others).stream()
                            .filter(Boolean::booleanValue)
                            .count();
        }
        return held;
    }

    /** Returns the limits without which the traffic can grow farthest in the first seed. */
    private List<SizeLimit> strongest(List<SizeLimit> cures, double from) {
        List<SizeLimit> left = cures;
        for (double farther : FARTHER) {
            double factor = from * farther;
            if (left.size() == 1 || factor > LimitPlan.MOST) {
                return left;
            }
            List<SizeLimit> stronger = holding(left, factor, 0);
            if (stronger.isEmpty()) {
                return left;
            }
            left = stronger;
        }
        return left;
    }

    private @Nullable Finding byUtilization(List<Double> above) {
        Scenario free = scenario;
        for (SizeLimit suspect : suspects) {
            free = suspect.from(free);
        }
        Scenario limitless = free;
        List<Supplier<Boolean>> jobs = new ArrayList<>();
        for (int number = 0; number < above.size(); number++) {
            int seed = number;
            jobs.add(() -> trials.holds(limitless, above.get(seed), seed).holds());
        }
        int held = (int)
                trials.together(jobs).stream().filter(Boolean::booleanValue).count();
        if (held == 0) {
            return null;
        }
        SizeLimit busiest = evidence.busiest(suspects);
        return new Finding(
                busiest, new Bottleneck(busiest.path(), Found.BY_UTILIZATION, held, above.size(), List.of()));
    }
}
