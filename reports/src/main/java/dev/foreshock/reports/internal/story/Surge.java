package dev.foreshock.reports.internal.story;

import dev.foreshock.reports.internal.account.TrafficCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Traffic beyond the usual, for as long as it lasts.
 *
 * @param curves the curves that bring it
 * @param all all curves of the users they bring
 * @param beginNanos when it begins, in nanoseconds since the start of the run
 * @param endNanos when it is over, or null if that is not within the run
 * @param peakNanos when most of these users come until the point in time that is asked about
 */
record Surge(
        List<TrafficCurve> curves,
        List<TrafficCurve> all,
        long beginNanos,
        @Nullable Long endNanos,
        long peakNanos) {
    /** What was over for longer is not what brought a failure about, as far as can be told from times alone. */
    static final long LOOK_BACK_NANOS = 15 * 60_000_000_000L;

    /** Less on top of the usual is not told apart from chance. */
    private static final double WORTH_TELLING = 0.25;

    /** Below this share on top of the usual it has not begun, or is over. */
    private static final double ALMOST_NOTHING = 0.05;

    /** The least share of a surge for a curve to be named. */
    private static final double WORTH_NAMING = 0.2;

    Surge {
        curves = List.copyOf(curves);
        all = List.copyOf(all);
    }

    /**
     * Returns what was under way, or over for less than 15 minutes, at a point in time: a quarter or more on top of the usual
     * traffic. Null if there was none, or if it was there from the start of the run on.
     */
    static @Nullable Surge before(List<TrafficCurve> traffic, long atNanos) {
        List<TrafficCurve> extra =
                traffic.stream().filter(curve -> !curve.isUsual()).toList();
        if (extra.isEmpty()) {
            return null;
        }
        long every = extra.get(0).everyNanos();
        int size = extra.get(0).perSecond().size();
        int last = (int) Math.min(size - 1, (atNanos + every - 1) / every);
        int top = (int) Math.max(0, (atNanos - LOOK_BACK_NANOS) / every);
        for (int i = top; i <= last; i++) {
            top = sum(extra, i * every) >= sum(extra, top * every) ? i : top;
        }
        double most = sum(extra, top * every);
        if (most <= 0 || most < WORTH_TELLING * usual(traffic, top * every)) {
            return null;
        }
        int from = top;
        while (from > 0 && isThere(traffic, extra, (from - 1) * every, most)) {
            from--;
        }
        if (from == 0) {
            return null;
        }
        int until = top;
        while (until < size && isThere(traffic, extra, until * every, most)) {
            until++;
        }
        return of(traffic, named(extra, top * every), from, until < size ? until : -1, Math.max(last, top), every);
    }

    private static Surge of(
            List<TrafficCurve> traffic, List<TrafficCurve> named, int from, int until, int asked, long every) {
        List<TrafficCurve> all = traffic.stream()
                .filter(curve -> named.stream().anyMatch(one -> one.users().equals(curve.users())))
                .toList();
        int peak = from;
        for (int i = from; i <= asked; i++) {
            peak = sum(all, i * every) > sum(all, peak * every) ? i : peak;
        }
        return new Surge(named, all, from * every, until < 0 ? null : Long.valueOf(until * every), peak * every);
    }

    private static List<TrafficCurve> named(List<TrafficCurve> extra, long at) {
        double least = WORTH_NAMING * sum(extra, at);
        List<TrafficCurve> named = new ArrayList<>();
        extra.stream().filter(curve -> curve.at(at) >= least).forEach(named::add);
        named.sort((one, other) -> Double.compare(other.at(at), one.at(at)));
        return named;
    }

    private static boolean isThere(List<TrafficCurve> traffic, List<TrafficCurve> extra, long at, double most) {
        double usual = usual(traffic, at);
        return sum(extra, at) >= ALMOST_NOTHING * (usual > 0 ? usual : most);
    }

    private static double usual(List<TrafficCurve> traffic, long at) {
        return traffic.stream()
                .filter(TrafficCurve::isUsual)
                .mapToDouble(curve -> curve.at(at))
                .sum();
    }

    private static double sum(List<TrafficCurve> curves, long at) {
        return curves.stream().mapToDouble(curve -> curve.at(at)).sum();
    }

    /** Returns the new users per second of the classes that it brings, the usual ones included. */
    double perSecond(long nanos) {
        return sum(all, nanos);
    }

    /** Returns the usual new users per second of the same classes; 0 if they usually do not come. */
    double usualPerSecond(long nanos) {
        return usual(all, nanos);
    }

    /** Returns its curves by their names in the file, with their kinds. */
    String name() {
        return curves.stream()
                .map(curve -> curve.path() + " (" + curve.kind() + ")")
                .collect(Collectors.joining(" and "));
    }

    /** Returns the classes of users that it brings. */
    String users() {
        TreeSet<String> users = new TreeSet<>();
        curves.forEach(curve -> users.add(curve.users()));
        return String.join(" and ", users);
    }
}
