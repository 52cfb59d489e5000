package dev.foreshock.engine.performance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contestants that take turns, lap by lap, so that whatever slows the machine slows all of them. */
final class Race {
    private final Map<String, Contestant> contestants = new LinkedHashMap<>();
    private final Map<String, List<Lap>> laps = new LinkedHashMap<>();

    Race with(String name, Contestant contestant) {
        contestants.put(name, contestant);
        laps.put(name, new ArrayList<>());
        return this;
    }

    /** Runs {@code warmUp} rounds that do not count, and then {@code rounds} that do. */
    Race run(int warmUp, int rounds, int seconds) {
        for (int round = 0; round < warmUp + rounds; round++) {
            for (Map.Entry<String, Contestant> each : contestants.entrySet()) {
                Lap lap = Lap.of(each.getValue(), 1 + round, seconds);
                if (round >= warmUp) {
                    laps.get(each.getKey()).add(lap);
                }
            }
        }
        return this;
    }

    Spread speed(String name) {
        return Spread.of(laps(name).stream().mapToDouble(Lap::requestsPerCpuSecond));
    }

    /** Returns how many times as fast the one was as the other, lap by lap. */
    Spread ratio(String one, String other) {
        double[] ratios = new double[laps(one).size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] =
                    laps(one).get(i).requestsPerCpuSecond() / laps(other).get(i).requestsPerCpuSecond();
        }
        return Spread.of(java.util.Arrays.stream(ratios));
    }

    /** Returns the bytes allocated per request, the building of the model and of the result included. */
    double bytesPerRequest(String name) {
        return laps(name).stream()
                .mapToDouble(lap -> (double) lap.bytes() / lap.figures().requests())
                .average()
                .orElseThrow();
    }

    Figures mean(String name) {
        return new Figures(
                laps(name).stream().mapToLong(lap -> lap.figures().requests()).sum(),
                laps(name).stream()
                        .mapToDouble(lap -> lap.figures().meanSeconds())
                        .average()
                        .orElseThrow(),
                laps(name).stream()
                        .mapToDouble(lap -> lap.figures().perSecond())
                        .average()
                        .orElseThrow());
    }

    /**
     * Makes sure that all found out the same.
     *
     * @throws IllegalStateException if two differ by more than four standard errors of their laps
     */
    Race requireAgreement() {
        String first = contestants.keySet().iterator().next();
        for (String name : contestants.keySet()) {
            agree(first, name, "mean response time", lapMeans(first), lapMeans(name));
            agree(first, name, "throughput", throughputs(first), throughputs(name));
        }
        return this;
    }

    private static void agree(String first, String name, String what, double[] one, double[] other) {
        Spread a = Spread.of(java.util.Arrays.stream(one));
        Spread b = Spread.of(java.util.Arrays.stream(other));
        double error = Math.sqrt((a.variance() + b.variance()) / one.length);
        if (Math.abs(a.mean() - b.mean()) > 4 * error) {
            throw new IllegalStateException("the " + what + " of " + name + " must be that of " + first + ", "
                    + a.mean() + " within " + 4 * error + ", but was " + b.mean() + ": they do not simulate the same");
        }
    }

    private double[] lapMeans(String name) {
        return laps(name).stream()
                .mapToDouble(lap -> lap.figures().meanSeconds())
                .toArray();
    }

    private double[] throughputs(String name) {
        return laps(name).stream().mapToDouble(lap -> lap.figures().perSecond()).toArray();
    }

    private List<Lap> laps(String name) {
        List<Lap> found = laps.get(name);
        if (found == null) {
            throw new IllegalArgumentException("a contestant must take part, but was " + name);
        }
        return found;
    }
}
