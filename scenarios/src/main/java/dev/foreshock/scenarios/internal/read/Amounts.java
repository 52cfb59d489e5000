package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.scenarios.internal.recording.Shelf;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns the amount that a multiple comes to.
     *
     * @return null if what it is a multiple of cannot be read
     */
    public static @Nullable Object value(ScaledNode scaled, Type type, Knobs knobs) {
        Scalar<?> scalar = type instanceof Class<?> wanted && isAmount(type) ? Scalars.find(wanted) : null;
        if (scalar == null) {
            return null;
        }
        Notes notes = new Notes(new Report(), new Shelf(), knobs.apart());
        AmountReader reader = new AmountReader(notes, (map, spot) -> AmountForm.plain(Knobs.valueOf(map)));
        return reader.read(scaled, scalar, new Spot("value", scaled.site(), ""));
    }

    /** Returns {@code amount} as a file would write it. */
    public static String text(Object amount) {
        if (amount instanceof Duration duration) {
            return Spans.text(duration);
        } else if (amount instanceof Rate rate) {
            return plain(rate.perSecond()) + "/s";
        } else if (amount instanceof Percent percent) {
            return plain(percent.share() * 100) + "%";
        } else if (amount instanceof Bytes bytes) {
            return bytes.count() + " B";
        } else if (amount instanceof Multiple multiple) {
            return "x" + plain(multiple.factor());
        }
        return amount instanceof Double number ? plain(number) : amount.toString();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(12, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
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
