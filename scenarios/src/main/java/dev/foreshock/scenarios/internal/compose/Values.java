package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes what a Compose file may write in several ways. What has another shape than expected is taken for nothing. */
final class Values {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*:?-([^${}]*)}");

    private Values() {}

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> result.put(String.valueOf(key), inner));
        }
        return result;
    }

    /** Returns what lies at a path of keys, or null. */
    static @Nullable Object at(@Nullable Object value, String... path) {
        Object here = value;
        for (String key : path) {
            here = map(here).get(key);
        }
        return here;
    }

    /** Returns a single value with the defaults of its variables filled in, or null if there is none. */
    static @Nullable String text(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return null;
        }
        Matcher variable = VARIABLE.matcher(text);
        return variable.replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
    }

    /** Returns the texts of a list, or of a value that stands for a list of one. */
    static List<String> texts(@Nullable Object value) {
        List<String> result = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            String text = text(item);
            if (text != null) {
                result.add(text);
            }
        }
        return result;
    }

    /** Returns the names of a list of names, or of a map by name. */
    static List<String> names(@Nullable Object value) {
        return value instanceof Map<?, ?> ? List.copyOf(map(value).keySet()) : texts(value);
    }

    /** Returns pairs that are written as a map or as a list of KEY=VALUE. */
    static Map<String, String> pairs(@Nullable Object value) {
        Map<String, String> result = new LinkedHashMap<>();
        map(value).forEach((key, inner) -> {
            String text = text(inner);
            result.put(key, text == null ? "" : text);
        });
        if (value instanceof List<?>) {
            for (String pair : texts(value)) {
                int equals = pair.indexOf('=');
                result.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return result;
    }

    /** Returns a number from {@code least} to {@code most}, or null if there is none. */
    static @Nullable Double number(@Nullable Object value, double least, double most) {
        String text = text(value);
        if (text == null || !text.strip().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return null;
        }
        double number = Double.parseDouble(text.strip());
        return number >= least && number <= most ? number : null;
    }

    /** Returns an amount of memory in MiB, at least 1; null if there is none. */
    static @Nullable Long mebibytes(@Nullable Object value) {
        String text = text(value);
        Matcher amount = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?)\\s*([kmgt]?)i?b?", Pattern.CASE_INSENSITIVE)
                .matcher(text == null ? "" : text.strip());
        if (!amount.matches()) {
            return null;
        }
        double unit = switch (amount.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "k" -> 1 / 1024.0;
            case "m" -> 1;
            case "g" -> 1024;
            case "t" -> 1024 * 1024;
            default -> 1 / (1024.0 * 1024);
        };
        double mebibytes = Double.parseDouble(amount.group(1)) * unit;
        return mebibytes > 0 && mebibytes < 1e9 ? Math.max(1, Math.round(mebibytes)) : null;
    }

    /** Returns a length of time as Compose and scenarios write it, or null if there is none that is more than nothing. */
    static @Nullable String duration(@Nullable Object value) {
        String text = text(value);
        if (text == null || !text.matches("([0-9]{1,4}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?([0-9]{1,5}ms)?")) {
            return null;
        }
        return text.matches(".*[1-9].*") ? text : null;
    }
}
