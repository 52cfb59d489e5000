package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Quantity;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Makes a scenario smaller where the smaller one can stand for it. */
public final class Sampler {
    private static final int SMALLEST = 1000;

    private Sampler() {}

    /** Returns {@code scenario}, scaled, or refuses. */
    public static Scenario sample(double factor, Scenario scenario) {
        Swing swing = Swing.most(scenario.system());
        Scenario scaled = Rescaler.rescale(factor, scenario);
        if (swing == null || !swing.isTooMuch(factor)) {
            return scaled;
        }
        throw new IllegalArgumentException("the scale must keep queueing noise out, but at " + Quantity.number(factor)
                + " the " + swing.servers() + " of " + swing.station() + " become "
                + Math.round(factor * swing.servers()) + ", and the work in them swings by " + percent(swing.at(factor))
                + " of itself (1/sqrt of their number) in place of " + percent(swing.at(1)) + ": more than "
                + Math.round(Swing.MOST * 100) + " points further; " + wayOut(factor, scenario, swing));
    }

    private static String wayOut(double factor, Scenario scenario, Swing swing) {
        return candidates()
                .filter(scale -> scale > factor && !swing.isTooMuch(scale) && isWhole(scale, scenario))
                .mapToObj(scale -> "a scale of " + Quantity.number(Math.rint(scale * 1e4) / 1e4) + " would do")
                .findFirst()
                .orElse("none below 1 would do: leave it out");
    }

    /** Round scales, from the smallest: one part of a whole number up to a half, then tenths. */
    private static DoubleStream candidates() {
        return DoubleStream.concat(
                IntStream.range(0, SMALLEST - 1).mapToDouble(i -> 1.0 / (SMALLEST - i)),
                IntStream.rangeClosed(6, 9).mapToDouble(tenths -> tenths / 10.0));
    }

    private static boolean isWhole(double scale, Scenario scenario) {
        try {
            Rescaler.rescale(scale, scenario);
            return true;
        } catch (IllegalArgumentException e) { // a whole number would be rounded too much
            return false;
        }
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
