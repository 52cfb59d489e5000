package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.unit.Percent;

/**
 * Calls are refused at once, as by a closed port; the component hears nothing of them.
 *
 * @param calls the share of the calls it strikes
 */
@Doc("Calls are refused at once: the port is closed.")
public record Refused(
        @Doc("The share of the calls it strikes.") @Default("100%")
        Percent calls) implements CallEffect {
    /** Strikes all calls. */
    public static final Refused ALL = new Refused(Percent.HUNDRED);

    @Override
    public String text() {
        return CallEffect.struck("refused", calls);
    }
}
