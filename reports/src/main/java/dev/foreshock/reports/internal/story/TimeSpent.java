package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Phases;
import dev.foreshock.reports.internal.account.Exemplar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the time from the start of the first bad minute until a measure took effect went.
 *
 * <ul>
 *   <li>{@code detect}: until the first page;
 *   <li>{@code reach}: until the first responder starts to act;
 *   <li>{@code diagnose}: until the last finding before the action that mitigated or, if later, the end of the last step
 *       without an action that was over when the step of that action began. Steps whose action did not help and that were
 *       followed by such a finding or step belong here, too;
 *   <li>{@code prepare}: until that action;
 *   <li>{@code take effect}: until users are served again.
 * </ul>
 *
 * @param totalNanos all of it
 * @param stretches its parts, in order; those that are not known are contained in the next
 */
public record TimeSpent(long totalNanos, List<Stretch> stretches) {
    /**
     * A part.
     *
     * @param name what was done
     * @param nanos how long
     */
    public record Stretch(String name, long nanos) {}

    /** How diagnosing and preparing are told apart, as a sentence. */
    public static final String RULE =
            "Diagnosing ends with the last finding, or the last step that only looked, before the step that mitigated; that step is preparing.";

    /** Copies the list. */
    public TimeSpent {
        stretches = List.copyOf(stretches);
    }

    /** Returns the parts, or null if nothing took effect. */
    public static @Nullable TimeSpent of(Exemplar run) {
        Phases phases = run.phases();
        Long trigger = phases.trigger();
        Long effect = phases.effect();
        if (trigger == null || effect == null || phases.detect() == null) {
            return null;
        }
        List<Stretch> stretches = new ArrayList<>();
        long from = trigger;
        from = add(stretches, "detect", from, phases.detect(), effect);
        from = add(stretches, "reach", from, phases.acknowledge(), effect);
        from = add(stretches, "diagnose", from, Diagnosis.end(run), effect);
        from = add(stretches, "prepare", from, phases.mitigate(), effect);
        add(stretches, "take effect", from, effect, effect);
        return new TimeSpent(effect - trigger, stretches);
    }

    /** Returns the parts in whole units of {@code unitNanos} that add up to the whole: largest remainders are rounded up. */
    public long[] inUnits(long unitNanos) {
        long[] units = new long[stretches.size()];
        long missing = Math.round((double) totalNanos / unitNanos);
        for (int i = 0; i < units.length; i++) {
            units[i] = stretches.get(i).nanos() / unitNanos;
            missing -= units[i];
        }
        boolean[] raised = new boolean[units.length];
        for (; missing > 0; missing--) {
            int largest = -1;
            for (int i = 0; i < units.length; i++) {
                if (!raised[i] && (largest < 0 || rest(i, unitNanos) > rest(largest, unitNanos))) {
                    largest = i;
                }
            }
            raised[largest] = true;
            units[largest]++;
        }
        return units;
    }

    private long rest(int stretch, long unitNanos) {
        return stretches.get(stretch).nanos() % unitNanos;
    }

    private static long add(List<Stretch> stretches, String name, long from, @Nullable Long until, long end) {
        if (until == null) {
            return from;
        }
        long to = Math.min(end, Math.max(from, until));
        stretches.add(new Stretch(name, to - from));
        return to;
    }
}
