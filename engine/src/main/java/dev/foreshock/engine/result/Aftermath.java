package dev.foreshock.engine.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the system once a trigger was over. A system that stays down although nothing is wrong with it any more is in a
 * metastable state: its own load sustains it (Bronson et al., "Metastable failures in distributed systems", HotOS 2021).
 *
 * @param trigger what it was: faults, or traffic of twice the usual and more; empty if there was none
 * @param fromNanos when it began, in nanoseconds since the start of the run
 * @param untilNanos when it was over
 * @param backNanos when the last impact that reaches beyond that was over, {@code untilNanos} if there is none; null if the system
 *     never came back
 * @param sustained where the load of the time since the trigger comes to nothing, the worst first; empty if the system came back
 */
public record Aftermath(
        String trigger,
        long fromNanos,
        long untilNanos,
        @Nullable Long backNanos,
        List<Burden> sustained) {
    /** That of a run without a trigger. */
    public static final Aftermath NONE = new Aftermath("", 0, 0, 0L, List.of());

    /** Copies the list. */
    public Aftermath {
        sustained = List.copyOf(sustained);
    }

    /** Tells whether the system came back. */
    public boolean cameBack() {
        return backNanos != null;
    }

    /** Returns the seconds from the end of the trigger until the system was back; infinite if it never was. */
    public double recoverySeconds() {
        return backNanos == null ? Double.POSITIVE_INFINITY : (backNanos - untilNanos) / 1e9;
    }

    /**
     * The load of a component since the trigger was over.
     *
     * @param component its name
     * @param callsBefore calls to it for a request of the users before the trigger; not a number where it began at once
     * @param callsSince the same since the trigger was over
     * @param inVain the share of these calls that brought their callers nothing
     */
    public record Burden(String component, double callsBefore, double callsSince, double inVain) {}
}
