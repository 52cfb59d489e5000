package dev.foreshock.engine.theory;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.result.RunResult;
import java.util.List;
import java.util.stream.IntStream;

/** Runs replications of a model and keeps what was read of each. */
final class Trial {
    /** Fixed before anything was looked at. */
    static final long SEED = 5_000_021;

    static final int REPLICATIONS = 24;

    private Trial() {}

    /** Returns for every check what was read in each replication; checks that are not sampled have none. */
    static double[][] run(Model model, double lengthUnits, List<Check> checks) {
        boolean isWithoutChance = checks.stream().allMatch(check -> check.rowClass() == RowClass.EXACT);
        return run(model, lengthUnits, checks, isWithoutChance ? 2 : model.replications());
    }

    /** Runs shortly, with no more replications than usual. */
    static double[][] runQuickly(Model model, List<Check> checks) {
        return run(model, model.quickUnits(), checks, Math.min(REPLICATIONS, model.replications()));
    }

    private static double[][] run(Model model, double lengthUnits, List<Check> checks, int replications) {
        if (checks.stream().noneMatch(Check.Sampled.class::isInstance)) {
            return new double[checks.size()][0];
        }
        Simulation simulation = Simulation.of(model.scenario().apply(model.time(model.warmUnits() + lengthUnits)));
        double[][] values = new double[checks.size()][replications];
        IntStream.range(0, replications).parallel().forEach(number -> {
            Observation seen = new Observation(model.time(model.warmUnits()).toNanos(), model.unitSeconds());
            RunResult result = simulation.replication(SEED, number, Watcher.NONE, seen);
            seen.told(result.journal());
            seen.close(model.time(model.warmUnits() + lengthUnits).toNanos());
            for (int i = 0; i < checks.size(); i++) {
                if (checks.get(i) instanceof Check.Sampled sampled) {
                    values[i][number] = sampled.reading().applyAsDouble(seen);
                }
            }
        });
        return values;
    }
}
