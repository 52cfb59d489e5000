package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.arrival.Renewal;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queues before they settle: what is in them at one time, over many replications. */
final class Transients {
    private static final Pattern MEAN_AT = Pattern.compile("E\\[N\\((?:t=)?([0-9.]+)\\)\\]");
    private static final Pattern NONE_AT = Pattern.compile("P\\(N\\(([0-9.]+)\\)=0\\)");
    private static final int REPLICATIONS = 40 * Trial.REPLICATIONS;

    private static final int WORLDS_SIDE_BY_SIDE = 50;

    /** A share of .18 within 2 % of itself, by 3.9 standard errors as there are some 400 rows: 3.9^2 (1 - .18) / .18 / .02^2 samples, 50 in each. */
    private static final int STEP_REPLICATIONS = 4_000;

    private Transients() {}

    static List<Family> all() {
        return List.of(
                new Family("fluid queue; rate step lambda0->lambda1 for T then back", Transients::fluid),
                new Family("M(t)/M/inf step response (exact mean; Poisson at every t)", Transients::infinite),
                new Family("M/M/1 transient from empty", Transients::fromEmpty),
                new Family(
                        "M/M/1 surge then relax (lambda 0.7 to t=50; 1.5 to t=150; 0.7 after; start empty)",
                        Transients::surge));
    }

    /**
     * Equal systems side by side in each replication, which do not know of one another: what is in them at a time is
     * averaged. So a table of moments needs no run of its own for each sample.
     */
    private static Scenario crowd(ServerSpec web, Map<String, Curve> traffic, Duration length) {
        var scenario = Scenario.named("transient", Worlds.from9(length));
        for (int i = 0; i < WORLDS_SIDE_BY_SIDE; i++) {
            String users = "visitors" + i;
            scenario.component(Scenes.WEB + i, web).users(users, Worlds.onePage(Scenes.WEB + i));
            traffic.forEach((name, curve) -> scenario.traffic(users, name, curve));
        }
        return scenario.build();
    }

    private static Model crowded(ServerSpec web, Map<String, Curve> traffic, double endUnits, double tolerance) {
        return new Model(
                Scenes.UNIT_SECONDS,
                0,
                endUnits,
                endUnits,
                REPLICATIONS,
                length -> crowd(web, traffic, length),
                row -> check(row, tolerance));
    }

    private static Check check(Row row, double tolerance) {
        Matcher mean = MEAN_AT.matcher(row.metric());
        if (mean.matches()) {
            double at = Double.parseDouble(mean.group(1));
            return Check.mean(tolerance, seen -> average(seen, at, n -> n));
        }
        Matcher none = NONE_AT.matcher(row.metric());
        if (none.matches()) {
            double at = Double.parseDouble(none.group(1));
            return Check.mean(tolerance, seen -> average(seen, at, n -> n == 0 ? 1 : 0));
        }
        if (row.metric().startsWith("P(N(4)=0..80")) {
            return Check.mean(0.02, seen -> average(seen, 4, n -> n <= 80 ? 1 : 0));
        }
        throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
    }

    private static double average(Observation seen, double at, java.util.function.IntToDoubleFunction of) {
        double sum = 0;
        for (int i = 0; i < WORLDS_SIDE_BY_SIDE; i++) {
            sum += of.applyAsDouble(seen.numberAt(Scenes.WEB + i, at));
        }
        return sum / WORLDS_SIDE_BY_SIDE;
    }

    private static Curve constant(double perUnit) {
        return new Constant(Rate.perSecond(perUnit / Scenes.UNIT_SECONDS));
    }

    private static Model infinite(Parameters parameters) {
        double mu = parameters.number("mu");
        double before = parameters.number("lambda0");
        // As good as infinitely many, where a hundred are busy in the mean: 90 standard deviations above that.
        ServerSpec web = ServerSpec.of(1_000, new Exponential(units(1 / mu))).build();
        // Settled long before the step, which is the time 0 of the table.
        double warm = 40 / mu;
        Map<String, Curve> traffic = new TreeMap<>();
        traffic.put("usual", constant(before));
        traffic.put("step", step(warm, parameters.number("lambda1") - before, Double.NaN));
        return new Model(
                Scenes.UNIT_SECONDS,
                warm,
                5,
                5,
                STEP_REPLICATIONS,
                length -> crowd(web, traffic, length),
                row -> check(row, 0.01));
    }

    private static Curve step(double from, double rate, double until) {
        return new Step(
                Moment.after(units(from)),
                Rate.perSecond(rate / Scenes.UNIT_SECONDS),
                Double.isNaN(until) ? null : Moment.after(units(until)),
                null);
    }

    private static Model fromEmpty(Parameters parameters) {
        TimeLaw service = new Exponential(units(1 / parameters.number("mu")));
        return crowded(
                ServerSpec.of(1, service).build(), Map.of("usual", constant(parameters.number("lambda"))), 51, 0.02);
    }

    private static Model surge(Parameters parameters) {
        double usual = parameters.number("lambda0");
        TimeLaw service = new Exponential(units(1 / parameters.number("mu")));
        return crowded(
                ServerSpec.of(1, service).build(),
                Map.of("usual", constant(usual), "surge", step(50, parameters.number("lambda1") - usual, 150)),
                501,
                0.02);
    }

    /** A second of the table is one of the scenario. Regular arrivals and fixed service: a fluid but for one customer. */
    private static Model fluid(Parameters parameters) {
        double usual = parameters.number("lambda0");
        double surge = parameters.number("lambda1");
        double mu = parameters.number("mu");
        double length = parameters.number("T");
        double drains = (surge - mu) * length / (mu - usual);
        double start = 10;
        ServerSpec web = ServerSpec.of(1, new Fixed(Duration.ofNanos(Math.round(1e9 / mu))))
                .build();
        UsersSpec regular = Worlds.onePage(Scenes.WEB).arriving(Renewal.regular());
        return new Model(
                1,
                0,
                start + length + drains + 10,
                0,
                duration -> Scenario.named("fluid", Worlds.from9(duration))
                        .component(Scenes.WEB, web)
                        .users("visitors", regular)
                        .traffic("visitors", "usual", new Constant(Rate.perSecond(usual)))
                        .traffic(
                                "visitors",
                                "surge",
                                new Step(
                                        Moment.after(Duration.ofMillis(Math.round(1000 * start))),
                                        Rate.perSecond(surge - usual),
                                        Moment.after(Duration.ofMillis(Math.round(1000 * (start + length)))),
                                        null))
                        .build(),
                row -> FluidMetrics.check(row, start + length));
    }
}
