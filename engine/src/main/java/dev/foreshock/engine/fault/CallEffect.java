package dev.foreshock.engine.fault;

import dev.foreshock.engine.unit.Percent;

/** An effect on calls on their way to a component, which cannot see those that do not arrive. */
public sealed interface CallEffect extends Effect permits Errors, Refused, Reset, Lost, Latency {
    /** Returns the share of the calls it strikes, each by its own draw. A retry is a call of its own. */
    Percent calls();

    /** Returns {@code what}, and the share of the calls it strikes if not all. */
    static String struck(String what, Percent calls) {
        return calls.equals(Percent.HUNDRED) ? what : what + " (" + calls + " of calls)";
    }
}
