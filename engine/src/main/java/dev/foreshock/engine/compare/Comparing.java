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
    private static final int FEWEST = 40;
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
     * Returns with how many draws it can be shown that gates hold in {@code demanded} of them: the first of 40, 80, 160, ... at
     * which Wilson's interval of a contender that always holds lies above, {@code n >= z^2 p / (1 - p)}.
     */
    public static int drawsFor(Percent demanded) {
        double p = demanded.share();
        double least = p >= 1 ? 0 : Z * Z * p / (1 - p);
        int draws = FEWEST;
        while (draws < least) {
            draws *= 2;
        }
        return draws;
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
