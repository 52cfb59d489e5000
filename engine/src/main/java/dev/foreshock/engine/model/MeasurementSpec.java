package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;

/**
 * How a component answered at one offered rate.
 *
 * @param at the rate it was offered
 * @param p50 the time that half of the answers did not exceed
 * @param p99 the time that 99 % of the answers did not exceed
 * @param errors the share of answers that were errors
 */
@Doc("How a component answered at one offered rate.")
public record MeasurementSpec(
        @Doc("The rate it was offered.") @Scales @Range Rate at,

        @Doc("The time that half of the answers did not exceed.") @Range(min = 1e-9)
        Duration p50,

        @Doc("The time that 99 % of the answers did not exceed.") @Range(min = 1e-9)
        Duration p99,

        @Relief(to = Relief.To.LEAST, by = Influence.BEHAVIOR, without = "It answers at this rate without errors.")
        @Doc("The share of answers that were errors.")
        @Default("0%")
        Percent errors)
        implements Validated {
    @Override
    public void validate(Problems problems) {
        if (p99.compareTo(p50) < 0) {
            problems.at("p99")
                    .add(
                            Flaw.CONFLICT,
                            "'p99' must be at least 'p50', " + Spans.text(p50) + ", but was " + Spans.text(p99));
        }
    }
}
