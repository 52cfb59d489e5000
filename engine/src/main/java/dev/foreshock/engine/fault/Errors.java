package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.unit.Percent;

/**
 * Calls are answered with an error as they arrive, without any work.
 *
 * @param calls the share of the calls it strikes
 */
@Doc("Calls are answered with an error as they arrive, without any work.")
public record Errors(
        @Doc("The share of the calls it strikes.") @Default("100%")
        Percent calls) implements CallEffect {

    @Override
    public String text() {
        return CallEffect.struck("errors", calls);
    }
}
