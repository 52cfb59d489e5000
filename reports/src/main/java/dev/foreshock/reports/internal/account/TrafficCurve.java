package dev.foreshock.reports.internal.account;

import java.util.List;

/**
 * A curve of the traffic, as the scenario has it: what is expected to arrive, not what did.
 *
 * @param users the class of users
 * @param name its name in the file
 * @param kind the kind of curve, such as {@code ramp}
 * @param everyNanos the time from one value to the next, in nanoseconds
 * @param perSecond new users per second, the first at the start of the run
 */
public record TrafficCurve(String users, String name, String kind, long everyNanos, List<Double> perSecond) {
    private static final String USUAL = "usual";

    /** Copies the list. */
    public TrafficCurve {
        perSecond = List.copyOf(perSecond);
    }

    /** Tells whether it is the usual load of its class. */
    public boolean isUsual() {
        return name.equals(USUAL);
    }

    /** Returns where it stands in the file, as {@code why} and {@code --without} call it. */
    public String path() {
        return "traffic." + users + "." + name;
    }

    /** Returns the new users per second at a time in nanoseconds after the start, on straight lines between the values. */
    public double at(long nanos) {
        if (perSecond.isEmpty()) {
            return 0;
        }
        double place = Math.max(0, (double) nanos / everyNanos);
        int left = (int) Math.min(perSecond.size() - 1, Math.floor(place));
        int right = Math.min(perSecond.size() - 1, left + 1);
        double share = Math.min(1, place - left);
        return perSecond.get(left) + share * (perSecond.get(right) - perSecond.get(left));
    }
}
