package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.unit.Percent;

/**
 * Calls and answers get lost, also answers to calls of before: the caller hears nothing until it gives up. What is lost stays lost when the fault is over.
 *
 * @param calls the share of the calls it strikes
 */
@Doc("Calls and answers get lost: the caller hears nothing until it gives up.")
public record Lost(
        @Doc("The share of the calls it strikes.") @Default("100%")
        Percent calls) implements CallEffect {
    /** Strikes all calls. */
    public static final Lost ALL = new Lost(Percent.HUNDRED);

    @Override
    public String text() {
        return CallEffect.struck("lost", calls);
    }
}
