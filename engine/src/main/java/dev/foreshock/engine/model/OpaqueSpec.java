package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.internal.parts.Opaque;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A component whose latency and errors were measured, not modeled, such as a payment provider: nothing is known of what is
 * inside.
 *
 * <p>The rate {@code r} that it is offered is estimated from the calls that arrived, {@code t_i}, with
 * {@code tau = over / 2}:
 *
 * <pre>{@code r(t) = sum over t_i < t of exp(-(t - t_i) / tau) / (tau (1 - exp(-t / tau)))}</pre>
 *
 * <p>It has the variance and the mean age of a count over the last {@code over}, needs no list of arrivals, and is unbiased
 * from the first call on where calls arrive at random at a steady rate: the divisor makes up for the time before the start.
 *
 * <p>Between two measurements p50, p99 and errors are interpolated along straight lines over the rate. Below the lowest rate
 * and above the highest they are those measured there: nothing is extrapolated, so a provider that breaks down at a rate must
 * have been measured at that rate. The time of an answer, errors included, is lognormal:
 *
 * <pre>{@code exp(mu + sigma Z), mu = ln p50, sigma = ln(p99 / p50) / 2.3263}</pre>
 *
 * @param measured the measurements, by any names
 * @param over the time over which the offered rate is estimated
 */
@Doc(
        "A component whose latency and errors were measured, not modeled. Between measurements they are interpolated over the "
                + "offered rate; beyond the lowest and the highest rate they stay as measured there: nothing is extrapolated.")
public record OpaqueSpec(
        @Doc("How it answered at one rate or several, by any names.")
        Map<String, MeasurementSpec> measured,

        @Doc("The time over which the rate that it is offered is estimated, from its own arrivals.")
        @Default("10s")
        @Range(min = 1e-3)
        Duration over)
        implements ComponentSpec, Validated {
    /** Copies the map. */
    public OpaqueSpec {
        measured = Collections.unmodifiableMap(new TreeMap<>(measured));
    }

    /** Returns a component with these measurements, its rate estimated over ten seconds. */
    public static OpaqueSpec of(Map<String, MeasurementSpec> measured) {
        return new OpaqueSpec(measured, Duration.ofSeconds(10));
    }

    @Override
    public Component build(Workbench workbench) {
        return new Opaque(this, workbench);
    }

    @Override
    public void validate(Problems problems) {
        Problems here = problems.at("measured");
        if (measured.isEmpty()) {
            here.add(
                    Flaw.CONFLICT,
                    "an opaque component must have at least one measurement, but had none",
                    "for example normal: { at: 50/s, p50: 80ms, p99: 400ms, errors: 0.1% }");
        }
        Map<Rate, String> seen = new TreeMap<>(java.util.Comparator.comparingDouble(Rate::perSecond));
        measured.forEach((name, point) -> {
            String other = seen.putIfAbsent(point.at(), name);
            if (other != null) {
                here.at(name)
                        .at("at")
                        .add(
                                Flaw.CONFLICT,
                                "measurements must be of different rates, but '" + other + "' is of " + point.at()
                                        + " too");
            }
        });
    }
}
