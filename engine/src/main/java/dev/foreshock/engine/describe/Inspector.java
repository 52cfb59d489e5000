package dev.foreshock.engine.describe;

import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks a tree of descriptions and finds everything wrong with it: numbers outside their ranges, rules that are broken. */
public final class Inspector {
    private static final String OWN_RECORDS = "java.";
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Inspector() {}

    /** Returns the problems of {@code description} and of everything below it. */
    public static List<Problem> inspect(Object description) {
        Problems problems = new Problems();
        walk(description, problems);
        return problems.all();
    }

    /** Returns the problems of {@code description} itself: of its own settings and rules, not of what is below it. */
    public static List<Problem> inspectAlone(Record description) {
        Problems problems = new Problems();
        for (RecordComponent setting : Settings.of(description.getClass())) {
            if (isPublic(setting)) {
                hold(Settings.value(description, setting), setting, problems.at(Settings.key(setting)));
            }
        }
        if (description instanceof Validated validated) {
            validated.validate(problems);
        }
        return problems.all();
    }

    /**
     * Checks a description.
     *
     * @throws InvalidScenarioException if there is any problem
     */
    public static void requireSound(Object description) {
        List<Problem> problems = inspect(description);
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
    }

    private static void walk(@Nullable Object value, Problems problems) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> walk(item, problems.at(String.valueOf(key))));
        } else if (value instanceof Record description
                && !description.getClass().getName().startsWith(OWN_RECORDS)) {
            for (RecordComponent setting : Settings.of(description.getClass())) {
                if (isPublic(setting)) {
                    visit(description, setting, problems);
                }
            }
            if (description instanceof Validated validated) {
                validated.validate(problems);
            }
        }
    }

    private static boolean isPublic(RecordComponent setting) {
        return java.lang.reflect.Modifier.isPublic(setting.getDeclaringRecord().getModifiers());
    }

    private static void visit(Record description, RecordComponent setting, Problems problems) {
        Object value = Settings.value(description, setting);
        Problems here = problems.at(Settings.key(setting));
        if (hold(value, setting, here)) {
            walk(value, here);
        }
    }

    /** Holds a value to the limits of its setting; returns whether there may be more in it. */
    private static boolean hold(@Nullable Object value, RecordComponent setting, Problems here) {
        Range range = setting.getAnnotation(Range.class);
        if (value instanceof Duration duration
                && (duration.compareTo(LONGEST) > 0 || duration.compareTo(LONGEST.negated()) < 0)) {
            here.add(
                    Flaw.RANGE,
                    "'" + Settings.key(setting) + "' must be at most 3650 days, but was " + duration.toDays() + " days",
                    leftOut(setting));
            return false;
        }
        double number = baseUnit(value);
        boolean nothing = value instanceof Double && Double.isNaN(number);
        if (range != null && (nothing || number < range.min() || number > range.max())) {
            here.add(
                    Flaw.RANGE,
                    "'" + Settings.key(setting) + "' must be " + limits(range, value) + ", but was " + text(value),
                    leftOut(setting));
        }
        return true;
    }

    /** Who writes -1 or a number of many digits means what the setting is without a value, where it can be without. */
    private static String leftOut(RecordComponent setting) {
        boolean isNullable = setting.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return isNullable && !setting.isAnnotationPresent(Default.class)
                ? "or leave it out. " + Settings.doc(setting)
                : "";
    }

    /**
     * Returns what a number of {@code type} must be, as the end of {@code must be}: for a value that no such number can be. Empty where
     * {@code range} has no upper end.
     */
    public static String limits(@Nullable Range range, Class<?> type) {
        boolean isTime = type == Duration.class;
        if (range == null || (Double.isInfinite(range.max()) && !isTime)) {
            return "";
        }
        Object like = isTime
                ? Duration.ZERO
                : type == Rate.class
                        ? new Rate(0)
                        : type == Percent.class
                                ? Percent.ZERO
                                : type == Bytes.class ? new Bytes(0) : type == Multiple.class ? Multiple.x(1) : 0.0;
        double most = Math.min(range.max(), isTime ? LONGEST.toSeconds() : Double.POSITIVE_INFINITY);
        return between(range.min(), most, like);
    }

    private static String between(double least, double most, @Nullable Object like) {
        return "between " + text(like(least, like)) + " and " + text(like(most, like));
    }

    /** Returns a quantity in its base unit; NaN for anything that is not a quantity. */
    static double baseUnit(@Nullable Object value) {
        if (value instanceof Duration duration) {
            return duration.toNanos() / 1e9;
        } else if (value instanceof Rate rate) {
            return rate.perSecond();
        } else if (value instanceof Percent percent) {
            return percent.share();
        } else if (value instanceof Multiple multiple) {
            return multiple.factor();
        } else if (value instanceof Bytes bytes) {
            return bytes.count();
        } else if (value instanceof Number number) {
            return number.doubleValue();
        }
        return Double.NaN;
    }

    private static String limits(Range range, @Nullable Object like) {
        if (Double.isInfinite(range.max())) {
            return range.min() == 0 ? "not negative" : "at least " + text(like(range.min(), like));
        }
        return between(range.min(), range.max(), like);
    }

    private static Object like(double value, @Nullable Object like) {
        if (like instanceof Duration) {
            return Duration.ofNanos(Math.round(value * 1e9));
        } else if (like instanceof Rate) {
            return new Rate(value);
        } else if (like instanceof Percent) {
            return new Percent(Math.min(1, value));
        } else if (like instanceof Bytes) {
            return new Bytes((long) value);
        } else if (like instanceof Multiple) {
            return Multiple.x(value);
        }
        return value;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Duration duration) {
            return dev.foreshock.engine.unit.Spans.text(duration);
        } else if (value instanceof Double number) {
            return Double.isFinite(number)
                    ? new BigDecimal(number, MathContext.DECIMAL32)
                            .stripTrailingZeros()
                            .toPlainString()
                    : number.toString();
        }
        return String.valueOf(value);
    }
}
