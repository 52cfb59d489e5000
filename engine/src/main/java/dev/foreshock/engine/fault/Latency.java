package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;

/**
 * Calls take longer on their way there.
 *
 * @param adds what each takes longer
 * @param calls the share of the calls it strikes
 */
@Doc("Calls take longer on their way there.")
public record Latency(
        @Doc("What each takes longer.") TimeLaw adds,

        @Doc("The share of the calls it strikes.") @Default("100%")
        Percent calls)
        implements CallEffect {
    /** Returns the same latency for all calls. */
    public static Latency of(Duration adds) {
        return new Latency(new Fixed(adds), Percent.HUNDRED);
    }

    @Override
    public String text() {
        return CallEffect.struck("latency +" + Spans.text(adds.mean()), calls);
    }
}
