package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;

/** The types that are amounts: they can be multiplied, compared, and given with a range and a basis. */
public final class Amounts {

    private static final List<Class<?>> TYPES = List.of(
            Duration.class,
            Rate.class,
            Percent.class,
            Bytes.class,
            Multiple.class,
            Load.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            double.class,
            Double.class);

    private Amounts() {}

    /** Tells whether values of {@code type} are amounts. */
    public static boolean isAmount(Type type) {
        return TYPES.contains(type);
    }

    /**
     * Returns {@code factor} times {@code amount}; whole numbers are rounded, halves up.
     *
     * @throws IllegalArgumentException if there is no such amount of its type
     */
    static Object times(Object amount, double factor) {
        if (amount instanceof Duration duration) {
            return Duration.ofNanos(rounded(duration.toNanos() * factor));
        } else if (amount instanceof Rate rate) {
            return new Rate(rate.perSecond() * factor);
        } else if (amount instanceof Percent percent) {
            return percent(percent.share() * factor);
        } else if (amount instanceof Bytes bytes) {
            return new Bytes(rounded(bytes.count() * factor));
        } else if (amount instanceof Multiple multiple) {
            return Multiple.x(multiple.factor() * factor);
        } else if (amount instanceof Integer whole) {
            return Math.toIntExact(rounded(whole * factor));
        } else if (amount instanceof Long whole) {
            return rounded(whole * factor);
        }
        return (Double) amount * factor;
    }

    /** Returns a number by which amounts of one type can be compared. */
    static double size(Object amount) {
        if (amount instanceof Duration duration) {
            return duration.toNanos();
        } else if (amount instanceof Rate rate) {
            return rate.perSecond();
        } else if (amount instanceof Percent percent) {
            return percent.share();
        } else if (amount instanceof Bytes bytes) {
            return bytes.count();
        } else if (amount instanceof Multiple multiple) {
            return multiple.factor();
        }
        return ((Number) amount).doubleValue();
    }

    private static Percent percent(double share) {
        if (share > 1) {
            throw new IllegalArgumentException(
                    "a share must lie between 0% and 100%, but came to " + Math.round(share * 1e4) / 100.0 + "%");
        }
        return new Percent(share);
    }

    private static long rounded(double value) {
        if (!(Math.abs(value) < 9e18)) {
            throw new IllegalArgumentException("a number must be less than 9 * 10^18, but came to " + value);
        }
        return Math.round(value);
    }
}
