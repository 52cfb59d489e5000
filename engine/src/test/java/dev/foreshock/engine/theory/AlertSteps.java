package dev.foreshock.engine.theory;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.arrival.Renewal;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.BurnRateAlert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.EwmaAlert;
import dev.foreshock.engine.people.RatioAlert;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Alerts on a share of failures that steps up while the traffic stays what it is. Good and bad requests come regularly, each at a rate of its
 * own: a fluid but for one request and the time from look to look. A second of the table is one of the scenario.
 */
final class AlertSteps {
    private static final String BAD = "bad";
    private static final String MONITOR = "monitor";

    private AlertSteps() {}

    static List<Family> all() {
        return List.of(
                new Family(
                        "sliding-window ratio alert; fluid limit (step e0->e1 at t=0; constant traffic)",
                        AlertSteps::ratio),
                new Family("multi-window burn-rate alert; fluid limit; step 0->e", AlertSteps::burnRate),
                new Family("EWMA detector step 0->e; alpha per sample; threshold theta", AlertSteps::ewma));
    }

    private static Duration seconds(double count) {
        return Duration.ofNanos(Math.round(count * 1e9));
    }

    private static Check exact(double tolerance, ToDoubleFunction<Observation> reading) {
        return new Check.Sampled(RowClass.EXACT, reading, tolerance);
    }

    /** Adds a server of which the share {@code before} of {@code rate} requests a second fails, and {@code during} the step another. */
    private static ScenarioBuilder stepping(
            ScenarioBuilder builder,
            String name,
            double rate,
            double before,
            double during,
            Moment from,
            Moment until) {
        UsersSpec asking = Worlds.onePage(name).arriving(Renewal.regular());
        UsersSpec failing = new UsersSpec(
                name,
                asking.visit().asking(Map.of(BAD, RequestSpec.of(100))),
                asking.patience(),
                asking.afterFailure(),
                asking.link(),
                asking.arrivals(),
                null);
        Rate more = Rate.perSecond(rate * (during - before));
        builder.component(
                        name,
                        ServerSpec.of(1000, new Fixed(Duration.ofMillis(1)))
                                .failsFor(BAD, Percent.HUNDRED)
                                .build())
                .users("good-" + name, asking)
                .traffic("good-" + name, "usual", new Constant(Rate.perSecond(rate * (1 - during))))
                .traffic("good-" + name, "before", new Step(Moment.after(Duration.ZERO), more, from, null))
                .traffic("good-" + name, "after", new Step(until, more, null, null))
                .users("bad-" + name, failing)
                .traffic("bad-" + name, "usual", new Constant(Rate.perSecond(rate * before)))
                .traffic("bad-" + name, "step", new Step(from, more, until, null));
        return builder;
    }

    private static Model model(double length, Function<Duration, Scenario> scenario, Function<Row, Check> check) {
        return new Model(1, 0, length, length, scenario, check);
    }

    /** Equal systems side by side, whose steps come at evenly spaced times between two looks. */
    private static Model ratio(Parameters parameters) {
        double window = parameters.number("window_s");
        double every = parameters.number("eval_s");
        double rate = 200;
        int phases = 60;
        // Half a second between two phases of fire times over 111 s; the crossing is looked at every 10 ms.
        double spaced = 0.5 / 111;
        double often = 1e-3;
        double first = window + every;
        double end = first + every + window / 2 + every * parameters.whole("for_evals");
        Percent above = new Percent(parameters.number("threshold"));
        Duration held = seconds(every * (parameters.whole("for_evals") - 1));
        return model(
                end,
                length -> {
                    ScenarioBuilder builder =
                            Scenario.named("steps", Worlds.from9(length)).request(BAD);
                    for (int i = 0; i < phases; i++) {
                        String name = Scenes.ONE_OF_MANY + i;
                        stepping(
                                        builder,
                                        name,
                                        rate,
                                        parameters.number("e0"),
                                        parameters.number("e1"),
                                        Moment.after(seconds(first + i * every / phases)),
                                        Moment.after(length.minusSeconds(1)))
                                .monitor(MONITOR + i, looking(name, seconds(window), above, held, seconds(every)));
                    }
                    return builder.monitor(
                                    MONITOR,
                                    looking(
                                            Scenes.ONE_OF_MANY + 0,
                                            seconds(window),
                                            above,
                                            Duration.ZERO,
                                            seconds(0.01)))
                            .build();
                },
                row -> switch (row.metric()) {
                    case "cross_time_s" ->
                        exact(often, seen -> seen.firings(MONITOR).firstSeconds() - first);
                    case "fire_time_min_s" ->
                        exact(
                                spaced,
                                seen -> fireTimes(seen, phases, first, every)
                                        .min()
                                        .orElseThrow());
                    case "fire_time_mean_s" ->
                        exact(
                                spaced,
                                seen -> fireTimes(seen, phases, first, every)
                                        .average()
                                        .orElseThrow());
                    case "fire_time_max_s" ->
                        exact(
                                spaced,
                                seen -> fireTimes(seen, phases, first, every)
                                        .max()
                                        .orElseThrow());
                    default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
                });
    }

    private static RatioAlert looking(String component, Duration window, Percent above, Duration held, Duration every) {
        return RatioAlert.on(component, window, above, held).every(every);
    }

    private static DoubleStream fireTimes(Observation seen, int phases, double first, double every) {
        return IntStream.range(0, phases)
                .mapToDouble(i -> seen.firings(MONITOR + i).firstSeconds() - first - i * every / phases);
    }

    private static Model burnRate(Parameters parameters) {
        double slo = parameters.number("slo");
        double burn = parameters.number("burn");
        double longer = parameters.number("long_s");
        double shorter = parameters.number("short_s");
        double fails = parameters.number("e");
        double rate = 100;
        double from = longer + 100;
        double until = from + 2 * shorter;
        // It looks every 100 ms, of 74 s.
        double often = 2e-3;
        return model(
                until + 2 * shorter,
                length -> stepping(
                                Scenario.named("steps", Worlds.from9(length)).request(BAD),
                                Scenes.WEB,
                                rate,
                                0,
                                fails,
                                Moment.after(seconds(from)),
                                Moment.after(seconds(until)))
                        .monitor(
                                MONITOR,
                                BurnRateAlert.on(Scenes.WEB, new Percent(slo), burn, seconds(longer), seconds(shorter))
                                        .every(seconds(0.1)))
                        .build(),
                row -> switch (row.metric()) {
                    case "detect_s" ->
                        exact(often, seen -> seen.firings(MONITOR).firstSeconds() - from);
                    case "reset_after_fix_s" ->
                        exact(often, seen -> seen.firings(MONITOR).firstResolvedSeconds() - until);
                    case "budget_spent_at_detect" ->
                        exact(often, seen -> {
                            double failedPerSecond = seen.station(Scenes.WEB).ended(Outcome.ERROR) / (until - from);
                            double failed =
                                    failedPerSecond * (seen.firings(MONITOR).firstSeconds() - from);
                            return failed
                                    / ((1 - slo) * rate * Duration.ofDays(30).toSeconds());
                        });
                    default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
                });
    }

    /** A sample a second. */
    private static Model ewma(Parameters parameters) {
        double from = 100;
        Condition success =
                Condition.of(Signal.SUCCESS, Comparison.AT_MOST, 1 - parameters.number("theta"), Duration.ZERO);
        return model(
                from + 100,
                length -> stepping(
                                Scenario.named("steps", Worlds.from9(length)).request(BAD),
                                Scenes.WEB,
                                100,
                                0,
                                parameters.number("e"),
                                Moment.after(seconds(from)),
                                Moment.after(length.minusSeconds(1)))
                        .monitor(
                                MONITOR,
                                EwmaAlert.on(Scenes.WEB, success, parameters.number("alpha"))
                                        .every(seconds(1)))
                        .build(),
                row -> exact(1e-9, seen -> seen.firings(MONITOR).firstSeconds() - from));
    }
}
