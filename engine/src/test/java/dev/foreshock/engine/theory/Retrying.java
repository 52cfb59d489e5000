package dev.foreshock.engine.theory;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Retries of calls that fail by themselves, each with the same chance: without limit, with a budget, in layers. */
final class Retrying {
    private static final String DB = "db";
    private static final Duration INSTANT = Duration.ofNanos(1);

    private Retrying() {}

    static List<Family> all() {
        return List.of(
                new Family("independent failures; N immediate retries", Retrying::unlimited),
                new Family(
                        "retry token bucket: +0.1 token per first try; -1 per retry; retries otherwise uncapped; long run",
                        Retrying::budgeted),
                new Family("layered retries worst case", Retrying::layered));
    }

    /** Returns a component that answers after {@code p50} to {@code p99}, a share of the answers being errors. */
    static OpaqueSpec failing(double share, Duration p50, Duration p99) {
        return OpaqueSpec.of(Map.of("any", new MeasurementSpec(Rate.perSecond(0), p50, p99, new Percent(share))));
    }

    /** Returns a caller that never waits for a worker and takes no time itself. */
    static ServerSpec.Builder caller() {
        return ServerSpec.of(1_000_000, new Fixed(Duration.ZERO));
    }

    static RetrySpec atOnce(int attempts) {
        return new RetrySpec(attempts, Duration.ZERO, 1, Duration.ZERO, Jitter.NONE, null);
    }

    private static Model unlimited(Parameters parameters) {
        return calling(parameters, atOnce(parameters.whole("N")));
    }

    /** The budget starts empty: in the long run what it starts with does not matter. */
    private static Model budgeted(Parameters parameters) {
        Percent deposit = new Percent(parameters.number("deposit"));
        return calling(parameters, atOnce(1000).budgeted(new RetryBudgetSpec(deposit, 100, 0, Scope.FLEET)));
    }

    private static Model calling(Parameters parameters, RetrySpec retries) {
        ServerSpec web = caller().call(DB, CallSpec.plain().retrying(retries)).build();
        return new Model(
                Scenes.UNIT_SECONDS,
                10_000,
                100_000,
                20_000,
                length -> Scenes.open(web, 1, length)
                        .component(DB, failing(parameters.number("f"), INSTANT, INSTANT))
                        .build(),
                row -> switch (row.metric()) {
                    case "success" ->
                        Check.mean(0.01, seen -> seen.station(Scenes.WEB).share(Outcome.OK));
                    case "load_factor" -> Check.mean(0.01, Retrying::loadFactor);
                    default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
                });
    }

    /** Returns how many calls arrive at the database for each that arrives at its caller. */
    static double loadFactor(Observation seen) {
        return (double) seen.station(DB).arrivals() / seen.station(Scenes.WEB).arrivals();
    }

    private static Model layered(Parameters parameters) {
        int layers = parameters.whole("layers");
        RetrySpec retries = atOnce(parameters.whole("attempts_per_layer") - 1);
        return new Model(
                Scenes.UNIT_SECONDS,
                0,
                200,
                200,
                length -> layers(layers, retries, length),
                row -> new Check.Sampled(RowClass.EXACT, Retrying::loadFactor, 1e-9));
    }

    private static Scenario layers(int layers, RetrySpec retries, Duration length) {
        var builder = Worlds.open(
                        caller().call("layer-2", CallSpec.plain().retrying(retries))
                                .build(),
                        100,
                        length)
                .component(DB, failing(1, INSTANT, INSTANT));
        for (int layer = 2; layer <= layers; layer++) {
            String next = layer == layers ? DB : "layer-" + (layer + 1);
            builder.component(
                    "layer-" + layer,
                    caller().call(next, CallSpec.plain().retrying(retries)).build());
        }
        return builder.build();
    }
}
