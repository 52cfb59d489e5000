package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.sample.Gap;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.List;
import java.util.stream.Collectors;

/** Says how far a scaled system is off the full size. */
public final class FullSize {
    private FullSize() {}

    /** Returns how far affected users are off, such as {@code against 1:1: 0.3 pt}; empty if nobody looked. */
    static String brief(List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.measure().equals(Measure.USERS_AFFECTED.text()))
                .map(gap -> "against 1:1: " + off(gap))
                .findFirst()
                .orElse("");
    }

    /** Returns how far every figure is off, in one sentence; empty if nobody looked. */
    public static String sentence(List<Gap> gaps) {
        return gaps.isEmpty()
                ? ""
                : "off one run of the full size: "
                        + gaps.stream()
                                .map(gap -> gap.measure() + " " + off(gap) + chance(gap))
                                .collect(Collectors.joining(", "));
    }

    /** Returns one difference with both values. */
    public static String gap(Gap gap) {
        return gap.measure() + " is " + value(gap.dimension(), gap.sampled()) + " in place of "
                + value(gap.dimension(), gap.full()) + chance(gap);
    }

    private static String chance(Gap gap) {
        return Double.isFinite(gap.noise()) ? " (chance: " + size(gap.dimension(), gap.noise()) + ")" : "";
    }

    private static String off(Gap gap) {
        return size(gap.dimension(), Math.abs(gap.difference()));
    }

    private static String value(Dimension dimension, double value) {
        return Double.isFinite(value) && dimension == Dimension.SHARE ? Amounts.share(value) : size(dimension, value);
    }

    private static String size(Dimension dimension, double value) {
        if (!Double.isFinite(value)) {
            return "never";
        }
        return switch (dimension) {
            case SHARE -> Amounts.points(value);
            case TIME, INSTANT -> Amounts.span(value);
            default -> Amounts.count(value);
        };
    }
}
