package dev.foreshock.reports.internal.text;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Dimension;
import org.jspecify.annotations.Nullable;

/** Writes paired changes: their sign and size, and half the width of their interval. */
public final class Changes {
    private Changes() {}

    /** Returns a change in the base unit of {@code dimension}, such as {@code −2h 11m ± 4m 13s}; a dash where there is none. */
    public static String of(Dimension dimension, @Nullable Estimate change) {
        if (change == null) {
            return "–";
        }
        String size = size(dimension, Math.abs(change.value()));
        String sign = size.startsWith("0 ") || size.equals("0") ? "" : change.value() < 0 ? "−" : "+";
        return sign
                + size
                + (change.n() == 1
                        ? " (n=1)"
                        : change.halfWidth() == 0
                                ? " in all " + change.n()
                                : " ± " + size(dimension, change.halfWidth()));
    }

    private static String size(Dimension dimension, double size) {
        return switch (dimension) {
            case SHARE -> Amounts.points(size);
            case RATE -> Amounts.digits(size) + "/s";
            case COUNT -> Amounts.count(size);
            case TIME, INSTANT -> Amounts.span(size < 10 ? size : Math.rint(size));
        };
    }
}
