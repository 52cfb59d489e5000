package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.model.ImpactSpec;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/** Finds impacts and blackouts in a series of minutes. A minute without requests says nothing and changes nothing. */
final class Impacts {
    private final TimeSeries minutes;
    private final long endNanos;

    Impacts(TimeSeries minutes, long endNanos) {
        this.minutes = minutes;
        this.endNanos = endNanos;
    }

    long binNanos() {
        return minutes.binNanos();
    }

    /** Returns the stretches that begin below one limit and last until another is held for some time; near ones merged. */
    List<Interval> impacts(ImpactSpec spec) {
        int goodMinutes = (int) Math.max(1, -Math.floorDiv(-spec.forAtLeast().toNanos(), minutes.binNanos()));
        List<Interval> found = new ArrayList<>();
        long start = -1;
        int firstGood = -1;
        int good = 0;
        for (int minute = 0; minute < minutes.size(); minute++) {
            double success = successShare(minute);
            if (Double.isNaN(success)) {
                continue;
            }
            if (start < 0) {
                start = success < spec.below().share() ? minute * minutes.binNanos() : -1;
                good = 0;
            } else if (success >= spec.until().share()) {
                firstGood = good == 0 ? minute : firstGood;
                good++;
                if (good == goodMinutes) {
                    found.add(new Interval(start, firstGood * minutes.binNanos(), false));
                    start = -1;
                }
            } else {
                good = 0;
            }
        }
        if (start >= 0) {
            found.add(new Interval(start, endNanos, true));
        }
        return merged(found, spec.mergeGaps().toNanos());
    }

    /** Returns the stretches of minutes below {@code share}. */
    List<Interval> below(double share) {
        List<Interval> found = new ArrayList<>();
        long start = -1;
        for (int minute = 0; minute < minutes.size(); minute++) {
            double success = successShare(minute);
            if (Double.isNaN(success)) {
                continue;
            }
            if (success < share && start < 0) {
                start = minute * minutes.binNanos();
            } else if (success >= share && start >= 0) {
                found.add(new Interval(start, minute * minutes.binNanos(), false));
                start = -1;
            }
        }
        if (start >= 0) {
            found.add(new Interval(start, endNanos, true));
        }
        return found;
    }

    /** Returns how many of {@code minutes} are left without the last ones in which nothing was wrong. */
    static int withoutLastGood(TimeSeries minutes, double share) {
        int left = minutes.size();
        while (left > 0 && !(successShare(minutes, left - 1) < share)) {
            left--;
        }
        return left;
    }

    private double successShare(int minute) {
        return successShare(minutes, minute);
    }

    private static double successShare(TimeSeries minutes, int minute) {
        long good = minutes.succeeded().get(minute);
        return (double) good / (good + minutes.failed().get(minute));
    }

    private static List<Interval> merged(List<Interval> intervals, long gapNanos) {
        List<Interval> merged = new ArrayList<>();
        for (Interval next : intervals) {
            int last = merged.size() - 1;
            if (last >= 0 && next.startNanos() - merged.get(last).endNanos() <= gapNanos) {
                merged.set(last, new Interval(merged.get(last).startNanos(), next.endNanos(), next.open()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
