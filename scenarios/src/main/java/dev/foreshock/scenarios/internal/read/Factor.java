package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Multiple;
import java.lang.reflect.Type;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values relative to the layer below: {@code x2}, {@code +40%}, {@code -20%}. */
public final class Factor {

    /** How one is written. */
    public static final String PATTERN = "(?:x\\d{1,15}(?:\\.\\d{1,12})?|[+-]\\d{1,9}(?:\\.\\d{1,12})? ?%)";

    private static final Pattern TIMES = Pattern.compile("\\s*x(\\d{1,15}(?:\\.\\d{1,12})?)\\s*");
    private static final Pattern PERCENT = Pattern.compile("\\s*([+-]\\d{1,9}(?:\\.\\d{1,12})?) ?%\\s*");

    private Factor() {}

    /** Returns the factor that {@code text} is, or null if it is none. */
    public static @Nullable Double of(String text) {
        if (text.length() > 40) {
            return null;
        }
        Matcher times = TIMES.matcher(text);
        if (times.matches()) {
            return Double.valueOf(times.group(1));
        }
        Matcher percent = PERCENT.matcher(text);
        return percent.matches() ? 1 + Double.parseDouble(percent.group(1)) / 100 : null;
    }

    /**
     * Returns the factor that {@code text} is where {@code type} is needed; null if it is none, also where {@code x2} is a
     * value of its own: a multiple of the usual rate.
     */
    public static @Nullable Double of(String text, @Nullable Type type, Catalog catalog) {
        Double factor = of(text);
        if (factor == null || !(type instanceof Class<?> wanted)) {
            return null;
        }
        Class<?> amount = scales(wanted, catalog);
        boolean isValue = text.stripLeading().startsWith("x") && (amount == Load.class || amount == Multiple.class);
        return amount == null || isValue ? null : factor;
    }

    /** Returns the amount that grows when something of {@code type} is multiplied, or null if nothing can. */
    public static @Nullable Class<?> scales(Class<?> type, Catalog catalog) {
        if (Amounts.isAmount(type)) {
            return type;
        } else if (catalog.isFamily(type)) {
            for (Kind<?> kind : catalog.of(type)) {
                Setting shorthand = Shape.of(kind.type()).shorthand();
                if (shorthand != null && Amounts.isAmount(shorthand.type())) {
                    return (Class<?>) shorthand.type();
                }
            }
            return null;
        }
        Setting shorthand = type.isRecord() ? Shape.of(type).shorthand() : null;
        return shorthand != null && shorthand.type() instanceof Class<?> inner ? scales(inner, catalog) : null;
    }
}
