package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.unit.Percent;

/**
 * Connections of calls are reset as soon as the caller sends something, as by a load balancer that has forgotten them; the component hears
 * nothing of the calls.
 *
 * @param calls the share of the calls it strikes
 */
@Doc("Connections are reset as soon as the caller sends something.")
public record Reset(
        @Doc("The share of the calls it strikes.") @Default("100%")
        Percent calls) implements CallEffect {
    /** Strikes all calls. */
    public static final Reset ALL = new Reset(Percent.HUNDRED);

    @Override
    public String text() {
        return CallEffect.struck("reset", calls);
    }
}
