package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Phases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the time from the trigger until a measure took effect went.
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

    /** Copies the list. */
    public TimeSpent {
        stretches = List.copyOf(stretches);
    }

    /** Returns the parts, or null if nothing took effect. */
    public static @Nullable TimeSpent of(Phases phases) {
        Long trigger = phases.trigger();
        Long effect = phases.effect();
        if (trigger == null || effect == null || phases.detect() == null) {
            return null;
        }
        List<Stretch> stretches = new ArrayList<>();
        long from = trigger;
        from = add(stretches, "detect", from, phases.detect(), effect);
        from = add(stretches, "reach", from, phases.acknowledge(), effect);
        from = add(stretches, "diagnose", from, phases.diagnose(), effect);
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
