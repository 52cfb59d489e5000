package dev.foreshock.engine.limit;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.internal.limit.Peak;
import dev.foreshock.engine.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes more, or fewer, users come: all ({@code traffic}), those of one class, or those of one curve. */
public final class Grown {
    /** The path of everything. */
    public static final String EVERYTHING = "traffic";

    private static final String USUAL = "usual";

    private Grown() {}

    /**
     * Returns {@code scenario} with the arrivals below {@code path} multiplied. A part that is a multiple of the usual traffic
     * grows with it where the usual traffic alone is named, and once, not twice, where both are.
     *
     * @param factor the factor, positive
     * @param path {@code traffic}, {@code traffic.CLASS} or {@code traffic.CLASS.CURVE}
     * @throws InvalidScenarioException if there is no such traffic
     * @throws IllegalArgumentException if the factor is not positive
     */
    public static Scenario by(double factor, String path, Scenario scenario) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a factor must be a positive number, but was " + factor);
        }
        Set<String> named = new TreeSet<>(curves(path, scenario));
        Map<String, Map<String, Curve>> traffic = new TreeMap<>();
        scenario.traffic().forEach((users, curves) -> {
            boolean usualGrows = named.contains(path(users, USUAL));
            Map<String, Curve> grown = new TreeMap<>();
            curves.forEach((name, curve) -> grown.put(
                    name,
                    named.contains(path(users, name))
                            ? new GrownCurve(curve, factor, usualGrows ? factor : 1)
                            : curve));
            traffic.put(users, grown);
        });
        return scenario.withTraffic(traffic);
    }

    /**
     * Returns the most users per second that come along the curves below {@code path}, as written.
     *
     * @throws InvalidScenarioException if there is no such traffic
     */
    public static double peakPerSecond(String path, Scenario scenario) {
        return Peak.of(scenario, new TreeSet<>(curves(path, scenario)));
    }

    private static List<String> curves(String path, Scenario scenario) {
        Set<String> known = new TreeSet<>(Set.of(EVERYTHING));
        Set<String> curves = new TreeSet<>();
        scenario.traffic().forEach((users, parts) -> {
            known.add(EVERYTHING + "." + users);
            parts.keySet().forEach(name -> curves.add(path(users, name)));
        });
        known.addAll(curves);
        List<String> named = curves.stream()
                .filter(curve -> curve.equals(path) || curve.startsWith(path + "."))
                .toList();
        if (named.isEmpty() || !known.contains(path)) {
            throw new InvalidScenarioException(List.of(new Problem(
                    Flaw.DANGLING,
                    path,
                    "what grows must be traffic of the scenario, but was '" + path + "'",
                    Spelling.hint(path, "parts of the traffic", known))));
        }
        return named;
    }

    private static String path(String users, String curve) {
        return EVERYTHING + "." + users + "." + curve;
    }
}
