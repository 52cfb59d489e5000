package dev.foreshock.reports.internal.terminal;

import dev.foreshock.reports.internal.story.TimeSpent;
import java.util.ArrayList;
import java.util.List;

/** Says where the time went: {@code where 140 min went, each alone: detect 2 · reach 15 · diagnose 86 · prepare 35 · take effect 2}. */
public final class TimeSpentLine {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MINUTE_NANOS = 60 * SECOND_NANOS;

    private TimeSpentLine() {}

    /** Returns the line; in minutes, or in seconds where it was quick. */
    public static String of(TimeSpent spent) {
        boolean quick = spent.totalNanos() < 10 * MINUTE_NANOS;
        long unitNanos = quick ? SECOND_NANOS : MINUTE_NANOS;
        long[] units = spent.inUnits(unitNanos);
        List<String> parts = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < units.length; i++) {
            total += units[i];
            parts.add(spent.stretches().get(i).name() + " " + units[i]);
        }
        return "where " + total + (quick ? " s" : " min") + " went, each alone: " + String.join(" · ", parts);
    }
}
