package dev.foreshock.reports;

import dev.foreshock.engine.limit.Limits;
import dev.foreshock.reports.internal.json.LimitsJson;
import dev.foreshock.reports.internal.terminal.LimitScreen;
import java.time.Duration;

/** Tells how much traffic a scenario can take. */
public final class LimitReport {
    private LimitReport() {}

    /** Returns the text for a terminal. */
    public static String tell(Limits limits, Duration wall, Page page) {
        return LimitScreen.of(limits, wall, page);
    }

    /** Returns the text for programs, which depends on nothing but the result. */
    public static String json(Limits limits) {
        return LimitsJson.render(limits);
    }

    /** Returns a factor on traffic, such as {@code x1.21}. */
    public static String factor(double factor) {
        return LimitScreen.factor(factor);
    }
}
