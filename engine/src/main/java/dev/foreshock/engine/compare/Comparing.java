package dev.foreshock.engine.compare;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.internal.compare.Contest;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Percent;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Compares measures. */
public final class Comparing {
    private static final int FEWEST = 20;
    private static final int EVERY = 40;
    private static final double Z = 1.96;

    private Comparing() {}

    /** Tells whether two scenarios are measured alike: a measure that moves the limits, or what words mean, changes no service. */
    public static boolean isSameYardstick(Scenario first, Scenario second) {
        return first.gates().equals(second.gates())
                && first.define().equals(second.define())
                && first.clock().equals(second.clock());
    }

    /** Returns the share of draws in which each gate must hold, by name: {@code usual} where one names none. */
    public static Map<String, Percent> demands(Scenario scenario, Percent usual) {
        Map<String, Percent> demands = new TreeMap<>();
        scenario.gates().forEach((name, gate) -> {
            Percent share = gate.share();
            demands.put(name, share == null ? usual : share);
        });
        return demands;
    }

    /** Returns the largest share of draws that a gate demands, {@code usual} where one names none. */
    public static Percent demanded(Scenario scenario, Percent usual) {
        return demands(scenario, usual).values().stream()
                .max(Comparator.comparingDouble(Percent::share))
                .orElse(usual);
    }

    /**
     * Returns with how many draws it can be shown that gates hold in {@code demanded} of them: as many as it takes for Wilson's
     * interval of a contender that always holds to lie above, {@code n >= z^2 p / (1 - p)}, and at least 20. Where every draw is
     * demanded, no number shows it; 40 are taken.
     */
    public static int drawsFor(Percent demanded) {
        double p = demanded.share();
        return p >= 1 ? EVERY : (int) Math.max(FEWEST, Math.ceil(Z * Z * p / (1 - p)));
    }

    /**
     * Runs every contender of a field, as far as the budget goes, and says which suffice and which of them is cheapest.
     *
     * <p>If the watcher wants the comparison to stop, the result is what is known by then.
     *
     * @throws StoppedException if that is nothing
     */
    public static Comparison run(Field field, ComparePlan plan, CompareWatcher watcher) {
        return new Contest(field, plan, watcher).run();
    }
}
