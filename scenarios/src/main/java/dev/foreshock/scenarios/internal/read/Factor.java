package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
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

    /** What may have been meant as one. */
    private static final Pattern LIKELY = Pattern.compile(
            "\\s*(?:[xX*\u00d7]\\s*[-+.]?\\d.*|[-+.\\d]+\\s*[xX*\u00d7]|[-+]\\s*[.\\d]+\\s*%?\\s*%)\\s*");

    private static final int LONGEST = 40;

    private Factor() {}

    /** Returns the factor that {@code text} is, or null if it is none. */
    public static @Nullable Double of(String text) {
        if (text.length() > LONGEST) {
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
        return amount == null || !isRelative(text, amount) ? null : factor;
    }

    /** Tells whether {@code text} is relative where a value of {@code amount} is needed, and no value of its own. */
    static boolean isRelative(String text, Class<?> amount) {
        boolean isValue = text.stripLeading().startsWith("x") && (amount == Load.class || amount == Multiple.class);
        return !isValue && of(text) != null;
    }

    /** Returns the factor by which {@code text} changes {@code knob}; null if it takes its place: one multiple for another. */
    public static @Nullable Double onKnob(String text, Node knob) {
        TextNode is = Knobs.valueOf(Knobs.innermost(knob));
        boolean isMultiple = is != null && is.text().stripLeading().startsWith("x");
        return isMultiple && text.stripLeading().startsWith("x") ? null : of(text);
    }

    /** Returns {@code value}; where it is a multiple of a setting that no file gives, of the default. */
    public static Node based(Node value, Setting setting, Catalog catalog) {
        String fallback = setting.fallback();
        if (value instanceof TextNode text && fallback != null && Amounts.isAmount(setting.type())) {
            Double factor = of(text.text(), setting.type(), catalog);
            return factor == null ? value : new ScaledNode(Texts.node(fallback), factor, text);
        }
        return value;
    }

    /** Tells whether anything in {@code node} is relative to a value below it. */
    static boolean isIn(Node node) {
        if (node instanceof MapNode map) {
            return map.entries().stream().anyMatch(entry -> isIn(entry.value()));
        }
        return node instanceof ScaledNode || (node instanceof TextNode text && of(text.text()) != null);
    }

    /** Returns the way out for a text that should have been a number: {@code otherwise} where it does not look like a factor. */
    static String help(String text, String otherwise) {
        if (of(text) != null) {
            return "there is no value below it that it could be a multiple of";
        }
        return text.length() <= LONGEST && LIKELY.matcher(text).matches()
                ? "a factor on the value below is written x2, x0.5, +40% or -20%"
                : otherwise;
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
