package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Times;

/** Says how much traffic there is beyond the usual. */
final class SurgeWords {
    private SurgeWords() {}

    /** Returns what it is and on top of what it comes, such as "traffic.shopper.promo (viral) brings more than …". */
    static String what(Surge surge) {
        double usual = surge.usualPerSecond(surge.beginNanos());
        String verb = surge.curves().size() == 1 ? " brings " : " bring ";
        return surge.name()
                + verb
                + (usual > 0
                        ? "more than the usual " + rate(usual) + " new " + surge.users() + " users"
                        : "new " + surge.users() + " users, who do not come usually");
    }

    /** Returns how many come at most before anything failed. */
    static String height(Surge surge, Clock clock) {
        return rate(surge.perSecond(surge.peakNanos())) + " at " + Times.toTheMinute(clock, surge.peakNanos());
    }

    static String rate(double perSecond) {
        return Amounts.digits(perSecond) + "/s";
    }
}
