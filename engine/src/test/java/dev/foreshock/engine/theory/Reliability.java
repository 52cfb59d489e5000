package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.model.BreakdownSpec.Work;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Servers that break and are repaired. */
final class Reliability {
    private static final String ONE_CREW = "one-crew";

    /** Failures of the system for a standard error of a third of a percent: their times are close to exponential. */
    private static final double FAILURES = 90_000;

    private Reliability() {}

    static List<Family> all() {
        return List.of(
                new Family("M/M/1 with breakdowns (time-based failures; preemptive-resume)", Reliability::breakdowns),
                new Family("k-of-n repairable (exp up/down)", Reliability::redundancy));
    }

    private static BreakdownSpec exponential(Parameters parameters, Work work, Function<Double, Duration> time) {
        return BreakdownSpec.of(
                new Exponential(time.apply(parameters.number("MTBF"))),
                new Exponential(time.apply(parameters.number("MTTR"))),
                work);
    }

    private static Model breakdowns(Parameters parameters) {
        double lambda = parameters.number("lambda");
        ServerSpec web = ServerSpec.of(1, new Exponential(units(1 / parameters.number("mu"))))
                .breakdowns(exponential(parameters, Work.KEPT, Scenes::units))
                .build();
        double tolerance = Effort.tolerance(0.55, 1);
        // Breakdowns come once in a hundred units: they and not the customers decide how long to look.
        Effort effort = Effort.of(0.9, 1, tolerance);
        QueueMetrics metrics = new QueueMetrics(Scenes.WEB, tolerance);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Scenes.open(web, lambda, length).build(),
                row -> row.metric().equals("availability")
                        ? Check.mean(
                                tolerance,
                                seen -> seen.station(Scenes.WEB).workers.mean())
                        : metrics.check(row));
    }

    /** One unit is an hour, and here a millisecond. Nobody comes: machines age by themselves. */
    private static Model redundancy(Parameters parameters) {
        int needed = parameters.whole("k");
        double unitSeconds = 1e-3;
        BreakdownSpec each =
                exponential(parameters, Work.LOST, hours -> Duration.ofNanos(Math.round(hours * unitSeconds * 1e9)));
        ServerSpec.Builder machines = ServerSpec.of(1, new Fixed(Duration.ZERO)).replicas(parameters.whole("n"));
        double tolerance = Effort.tolerance(0.5, 1);
        double failing = 1 / failureFrequency(parameters);
        return new Model(
                unitSeconds,
                10 * parameters.number("MTBF"),
                FAILURES * failing / Trial.REPLICATIONS,
                2000 * failing / Trial.REPLICATIONS,
                length -> Scenario.named("redundant", Worlds.from9(length))
                        .component(Scenes.WEB, machines.breakdowns(each).build())
                        .component(
                                ONE_CREW,
                                machines.breakdowns(each.repairedBy(1)).build())
                        .users("visitors", Worlds.onePage(Scenes.WEB))
                        .traffic("visitors", "usual", new Constant(Rate.perSecond(0)))
                        .build(),
                row -> switch (row.metric()) {
                    case "availability_indep_repair" -> share(tolerance, seen -> up(seen, Scenes.WEB, needed));
                    case "availability_single_repair_crew" -> share(tolerance, seen -> up(seen, ONE_CREW, needed));
                    case "MTTF_from_all_up" ->
                        Check.mean(
                                tolerance,
                                seen -> seen.units(
                                        seen.station(Scenes.WEB).workers.fromTopToBelowSeconds(needed)));
                    case "failure_frequency" -> Check.mean(tolerance, seen -> frequency(seen, needed));
                    default ->
                        Check.mean(tolerance, seen -> (1 - up(seen, Scenes.WEB, needed)) / frequency(seen, needed));
                });
    }

    private static Check share(double tolerance, ToDoubleFunction<Observation> reading) {
        return Check.mean(tolerance, reading);
    }

    private static double up(Observation seen, String component, int needed) {
        return seen.station(component).workers.shareFrom(needed);
    }

    private static double frequency(Observation seen, int needed) {
        return seen.station(Scenes.WEB).workers.fallsBelow(needed) / seen.lengthUnits();
    }

    /** Returns how often the system fails per unit, to know how long to look. */
    private static double failureFrequency(Parameters parameters) {
        int n = parameters.whole("n");
        int k = parameters.whole("k");
        double up = parameters.number("MTBF") / (parameters.number("MTBF") + parameters.number("MTTR"));
        double ways = org.apache.commons.math3.util.CombinatoricsUtils.binomialCoefficientDouble(n, k);
        return ways * Math.pow(up, k) * Math.pow(1 - up, n - k) * k / parameters.number("MTBF");
    }
}
