package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.unit.Percent;

/**
 * Calls and answers get lost, also answers to calls of before: the caller hears nothing until it gives up, or until the fault is over.
 *
 * @param calls the share of the calls it strikes
 * @param atEnd what becomes of calls that were lost when it ends
 */
@Doc("Calls and answers get lost: the caller hears nothing until it gives up.")
public record Lost(
        @Doc("The share of the calls it strikes.") @Default("100%")
        Percent calls,

        @Doc(
                "What becomes, when it ends, of calls that were lost: they stay lost (keep), or whoever still waits finds its connection closed (reset), "
                        + "as by a proxy that closes what it held.")
        @Default("keep")
        AtEnd atEnd)
        implements CallEffect {
    /** What becomes of calls that were lost when the loss ends. */
    public enum AtEnd {
        /** They stay lost. */
        KEEP,
        /** Whoever still waits for one finds its connection closed. */
        RESET
    }

    /** Strikes all calls, which stay lost. */
    public static final Lost ALL = new Lost(Percent.HUNDRED);

    /** Creates a loss after which lost calls stay lost. */
    public Lost(Percent calls) {
        this(calls, AtEnd.KEEP);
    }

    /** Returns this loss, whose end closes the connections of calls that were lost. */
    public Lost resetting() {
        return new Lost(calls, AtEnd.RESET);
    }

    @Override
    public String text() {
        return CallEffect.struck("lost", calls);
    }
}
