package dev.foreshock.engine;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.Map;

/** A scenario of a minute that is run thousands of times: 300 requests, of which each fails with a chance of 10 %. */
public final class SmallWorld {
    /** Requests that fail in the mean. They are Poisson: a thinned Poisson process. */
    public static final double MEAN_FAILED = 30;

    private SmallWorld() {}

    /** Returns the scenario with one gate. */
    public static Scenario with(String name, Claim gate) {
        MeasurementSpec always =
                new MeasurementSpec(Rate.perSecond(5), Duration.ofMillis(1), Duration.ofMillis(2), Percent.of(10));
        return Worlds.open(OpaqueSpec.of(Map.of("always", always)), 5, Duration.ofMinutes(1))
                .gate(name, gate)
                .build();
    }
}
