package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.internal.recording.Shelf;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Desk;
import dev.foreshock.scenarios.internal.scalar.Misreading;
import dev.foreshock.scenarios.internal.scalar.Phrase;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    /** Types by which a number can be told apart, the narrower first. */
    private static final List<Class<?>> GUESSES =
            List.of(Duration.class, Rate.class, Percent.class, Bytes.class, Multiple.class, Long.class, Double.class);

    private static final BigDecimal MOST = new BigDecimal("9e18");
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private Amounts() {}

    /** Tells whether values of {@code type} are amounts. */
    public static boolean isAmount(Type type) {
        return TYPES.contains(type);
    }

    /**
     * Returns {@code factor} times {@code amount}, as exactly as a file can write it; whole numbers are rounded, halves up.
     *
     * @throws IllegalArgumentException if there is no such amount of its type
     */
    static Object times(Object amount, double factor) {
        String product = text(product(amount, factor));
        try {
            return scalar(amount.getClass()).reading().read(Phrase.of(Texts.node(product), "product", Desk.blank()));
        } catch (Misreading e) {
            throw new IllegalArgumentException("it came to " + product, e);
        }
    }

    private static Object product(Object amount, double factor) {
        if (amount instanceof Duration duration) {
            return Duration.ofNanos(rounded(duration.toNanos(), factor));
        } else if (amount instanceof Rate rate) {
            return new Rate(finite(rate.perSecond() * factor));
        } else if (amount instanceof Percent percent) {
            return percent(percent.share() * factor);
        } else if (amount instanceof Bytes bytes) {
            return new Bytes(rounded(bytes.count(), factor));
        } else if (amount instanceof Multiple multiple) {
            return Multiple.x(finite(multiple.factor() * factor));
        } else if (amount instanceof Integer whole) {
            return whole(rounded(whole, factor));
        } else if (amount instanceof Long whole) {
            return rounded(whole, factor);
        }
        return finite((Double) amount * factor);
    }

    private static Scalar<?> scalar(Class<?> type) {
        return Objects.requireNonNull(Scalars.find(type), () -> "an amount must be written as one value: " + type);
    }

    /**
     * Returns what a multiple comes to, with its range if it has one.
     *
     * @param type what is needed; where that is no amount, the number is what it looks like
     * @return null if what it is a multiple of cannot be read
     */
    public static @Nullable Knob effective(ScaledNode scaled, @Nullable Type type, Knobs knobs) {
        TextNode is = Knobs.valueOf(Knobs.innermost(scaled));
        Scalar<?> scalar =
                type instanceof Class<?> wanted && isAmount(type) ? scalar(wanted) : is == null ? null : guess(is);
        Amount amount = scalar == null ? null : read(scaled, scalar, knobs);
        return amount == null
                ? null
                : (amount.form() == null ? Amount.plain(amount.value(), amount.written()) : amount).knob("");
    }

    private static @Nullable Amount read(Node node, Scalar<?> scalar, Knobs knobs) {
        Notes notes = new Notes(new Report(), new Shelf(), knobs.apart());
        AmountReader reader = new AmountReader(notes, (map, spot) -> AmountForm.bare(map));
        return reader.read(node, scalar, new Spot("value", node.site(), ""));
    }

    /** Returns the type that a number is of, going by how it is written; null if it is none. */
    static @Nullable Scalar<?> guess(TextNode text) {
        for (Class<?> type : GUESSES) {
            Scalar<?> scalar = scalar(type);
            if (read(text, scalar, Knobs.of(null)) != null) {
                return scalar;
            }
        }
        return null;
    }

    /** Returns what a multiple of a number of unknown type comes to, as a file would write it; null if it is of no number. */
    static @Nullable TextNode guessed(ScaledNode scaled) {
        TextNode is = Knobs.valueOf(Knobs.innermost(scaled));
        Scalar<?> scalar = is == null ? null : guess(is);
        Amount amount = scalar == null ? null : read(scaled, scalar, Knobs.of(null));
        TextNode at = scaled.written();
        return amount == null ? null : new TextNode(at.site(), amount.written(), at.quoted(), at.inset());
    }

    /** Returns {@code amount} as a file would write it. */
    public static String text(Object amount) {
        if (amount instanceof Duration duration) {
            return Spans.text(duration);
        } else if (amount instanceof Rate rate) {
            return text(rate);
        } else if (amount instanceof Percent percent) {
            return plain(percent.share() * 100) + "%";
        } else if (amount instanceof Bytes bytes) {
            return bytes.count() + " B";
        } else if (amount instanceof Multiple multiple) {
            return "x" + plain(multiple.factor());
        }
        return amount instanceof Double number ? plain(number) : amount.toString();
    }

    /** Returns the seconds in the unit that a rate is written in: 60 for {@code 5/min}; 1 where it names none. */
    static int secondsOf(String rate) {
        String unit = rate.substring(rate.indexOf('/') + 1).strip();
        return switch (unit) {
            case "min" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 1;
        };
    }

    /** Returns a rate as a file would write it, in a unit of so many seconds. */
    static String rate(double count, int seconds) {
        return plain(count) + (seconds == 60 ? "/min" : seconds == 3_600 ? "/h" : seconds == 86_400 ? "/d" : "/s");
    }

    /** Returns a rate in the unit in which it can be written exactly; in the finest if there is none. */
    private static String text(Rate rate) {
        if (Double.parseDouble(plain(rate.perSecond())) == rate.perSecond()) {
            return plain(rate.perSecond()) + "/s";
        } else if (Rate.perMinute(count(rate, 60)).equals(rate)) {
            return plain(count(rate, 60)) + "/min";
        } else if (Rate.per(Duration.ofHours(1), count(rate, 3_600)).equals(rate)) {
            return plain(count(rate, 3_600)) + "/h";
        }
        return plain(count(rate, 86_400)) + "/d";
    }

    private static double count(Rate rate, int seconds) {
        BigDecimal count = BigDecimal.valueOf(rate.perSecond()).multiply(BigDecimal.valueOf(seconds));
        return Double.parseDouble(plain(count.round(DIGITS).doubleValue()));
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

    private static double finite(double value) {
        if (!(Math.abs(value) < 1e15)) {
            throw new IllegalArgumentException("a number must be less than 10^15, but came to " + value);
        }
        return value;
    }

    private static int whole(long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException(
                    "a whole number must be at most " + Integer.MAX_VALUE + ", but came to " + value);
        }
        return (int) value;
    }

    private static long rounded(long value, double factor) {
        BigDecimal product = BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(factor));
        if (product.abs().compareTo(MOST) >= 0) {
            throw new IllegalArgumentException(
                    "a number must be less than 9 * 10^18, but came to " + product.doubleValue());
        }
        return product.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
