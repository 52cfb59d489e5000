package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import java.time.Duration;
import java.util.List;

/** So many users who think, ask and think again. */
final class ClosedNetworks {
    private static final Duration FOR_EVER = Duration.ofDays(300);

    private ClosedNetworks() {}

    static List<Family> all() {
        return List.of(
                new Family("closed machine-repair M/M/c//N (exp think Z; exp service S)", ClosedNetworks::repair),
                new Family(
                        "closed product-form network; single-server PS/FIFO-exp stations; exact MVA",
                        ClosedNetworks::stations));
    }

    private static ScenarioBuilder users(Parameters parameters, Duration length) {
        return Scenario.named("closed", Worlds.from9(length))
                .users(
                        "operators",
                        Worlds.users(
                                        Scenes.WEB,
                                        new Count(1),
                                        new Exponential(units(parameters.number("Z"))),
                                        FOR_EVER,
                                        Worlds.habits(0, 0))
                                .resident(parameters.whole("N")));
    }

    private static Model repair(Parameters parameters) {
        double cycle = parameters.number("Z") + parameters.number("S");
        QueueMetrics metrics = new QueueMetrics(Scenes.WEB, 0.01);
        return new Model(
                Scenes.UNIT_SECONDS,
                200 * cycle,
                5000 * cycle,
                500 * cycle,
                length -> users(parameters, length)
                        .component(
                                Scenes.WEB,
                                ServerSpec.of(parameters.whole("c"), new Exponential(units(parameters.number("S"))))
                                        .build())
                        .build(),
                row -> switch (row.metric()) {
                    case "R_mean", "check_N/X-Z" -> response(row.metric(), parameters);
                    default -> metrics.check(row);
                });
    }

    /** The response time as users see it, or as it follows from the throughput: R = N/X - Z. */
    private static Check response(String metric, Parameters parameters) {
        return metric.equals("R_mean")
                ? Check.mean(
                        0.01, seen -> seen.units(seen.visitors("operators").good.meanSeconds()))
                : Check.mean(
                        0.01,
                        seen -> parameters.number("N")
                                        / (seen.station(Scenes.WEB).throughput() / seen.units(1))
                                - parameters.number("Z"));
    }

    /** A front that does nothing sends every request through the stations, one after another. */
    private static Model stations(Parameters parameters) {
        String[] demands = parameters.text("demands").split("\\|", -1);
        String bottleneck = "station" + demands.length;
        double cycle = parameters.number("Z");
        return new Model(
                1,
                200 * cycle,
                5000 * cycle,
                500 * cycle,
                length -> network(parameters, demands, length),
                row -> switch (row.metric()) {
                    case "throughput" ->
                        Check.mean(0.01, seen -> seen.station(Scenes.WEB).throughput());
                    case "X_upper_bound" ->
                        new Check.Sampled(
                                RowClass.BOUND, seen -> seen.station(Scenes.WEB).throughput(), 0);
                    case "R_mean" ->
                        Check.mean(0.01, seen -> seen.visitors("operators").good.meanSeconds());
                    case "Q_bottleneck" ->
                        Check.mean(0.01, seen -> seen.station(bottleneck).inside.mean());
                    case "util_bottleneck" ->
                        Check.mean(0.01, seen -> seen.station(bottleneck).utilization());
                    default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
                });
    }

    private static Scenario network(Parameters parameters, String[] demands, Duration length) {
        ServerSpec.Builder front = ServerSpec.of(1_000_000, new Fixed(Duration.ZERO));
        ScenarioBuilder scenario = Scenario.named("closed", Worlds.from9(length))
                .users(
                        "operators",
                        Worlds.users(
                                        Scenes.WEB,
                                        new Count(1),
                                        new Exponential(seconds(parameters.number("Z"))),
                                        FOR_EVER,
                                        Worlds.habits(0, 0))
                                .resident(parameters.whole("N")));
        String before = null;
        for (int i = 0; i < demands.length; i++) {
            String name = "station" + (i + 1);
            CallSpec call = CallSpec.plain().to(name);
            front.call(name, before == null ? call : call.after(before));
            scenario.component(
                    name,
                    ServerSpec.of(1, new Exponential(seconds(Double.parseDouble(demands[i]))))
                            .build());
            before = name;
        }
        return scenario.component(Scenes.WEB, front.build()).build();
    }

    private static Duration seconds(double value) {
        return Duration.ofNanos(Math.round(value * 1e9));
    }
}
