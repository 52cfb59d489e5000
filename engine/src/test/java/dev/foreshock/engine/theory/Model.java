package dev.foreshock.engine.theory;

import dev.foreshock.engine.model.Scenario;
import java.time.Duration;
import java.util.function.Function;

/**
 * A model of the table, ready to run.
 *
 * @param unitSeconds how long one unit of the table is in the scenario
 * @param warmUnits what is not looked at, in units; 0 where the table speaks of the start
 * @param lengthUnits what is looked at for the full accuracy, in units, in each replication
 * @param quickUnits the same for the quick look
 * @param replications how many replications; more than the usual where a run cannot be longer
 * @param scenario makes the scenario that lasts so long, warm-up included
 * @param check says how a row is checked
 */
record Model(
        double unitSeconds,
        double warmUnits,
        double lengthUnits,
        double quickUnits,
        int replications,
        Function<Duration, Scenario> scenario,
        Function<Row, Check> check) {
    Model(
            double unitSeconds,
            double warmUnits,
            double lengthUnits,
            double quickUnits,
            Function<Duration, Scenario> scenario,
            Function<Row, Check> check) {
        this(unitSeconds, warmUnits, lengthUnits, quickUnits, Trial.REPLICATIONS, scenario, check);
    }

    Duration time(double units) {
        return Duration.ofNanos(Math.round(units * unitSeconds * 1e9));
    }
}
