package dev.foreshock.scenarios.internal.scalar;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the quantity that was meant by one that is spelled as people speak: {@code 12 ms}, {@code 8 seconds}. */
final class Units {

    private static final Pattern SPOKEN = Pattern.compile("(" + Numbers.DECIMAL + ")\\s*(\\p{L}+)");
    private static final Pattern SPOKEN_RATE =
            Pattern.compile("(" + Numbers.DECIMAL + ")\\s*(?:/|per|a|an)?\\s*(\\p{L}+)");
    private static final Pattern FROM_TO = Pattern.compile("(.+?)\\s*(?:-|–|\\.\\.+|\\bto\\b)\\s*(.+)");

    private static final Map<String, String> TIMES = Map.ofEntries(
            Map.entry("ns", "ns"),
            Map.entry("us", "us"),
            Map.entry("µs", "us"),
            Map.entry("ms", "ms"),
            Map.entry("msec", "ms"),
            Map.entry("millis", "ms"),
            Map.entry("milliseconds", "ms"),
            Map.entry("s", "s"),
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("m", "m"),
            Map.entry("min", "m"),
            Map.entry("mins", "m"),
            Map.entry("minute", "m"),
            Map.entry("minutes", "m"),
            Map.entry("h", "h"),
            Map.entry("hr", "h"),
            Map.entry("hrs", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("d", "d"),
            Map.entry("day", "d"),
            Map.entry("days", "d"));

    private Units() {}

    /** Returns the way out for a duration that is none: what to write, or else {@code otherwise}. */
    static String ofDuration(String text, String otherwise) {
        if (text.startsWith("-")) {
            return "a duration cannot be negative; write " + text.substring(1).strip();
        }
        String meant = duration(text);
        if (!meant.isEmpty()) {
            return "write " + meant;
        }
        Matcher range = FROM_TO.matcher(text);
        if (range.matches()) {
            String from = duration(range.group(1));
            String to = duration(range.group(2));
            if (!from.isEmpty() && !to.isEmpty()) {
                return "where a range can be, it is written " + from + " .. " + to;
            }
        }
        return otherwise;
    }

    /** Returns {@code text} as a duration, or the empty text. */
    private static String duration(String text) {
        StringBuilder result = new StringBuilder();
        Matcher part = SPOKEN.matcher(text);
        int end = 0;
        while (part.find() && text.substring(end, part.start()).isBlank()) {
            String unit = TIMES.get(part.group(2).toLowerCase(Locale.ROOT));
            if (unit == null) {
                return "";
            }
            result.append(part.group(1)).append(unit);
            end = part.end();
        }
        return end == text.length() ? result.toString() : "";
    }

    /** Returns the way out for a rate that is none. */
    static String ofRate(String text, String otherwise) {
        Matcher spoken = SPOKEN_RATE.matcher(text);
        String word = spoken.matches() ? spoken.group(2).toLowerCase(Locale.ROOT) : "";
        String unit = word.matches("rps|qps|tps|reqs?") ? "s" : TIMES.getOrDefault(word, "");
        return unit.matches("s|m|h|d")
                ? "write " + spoken.group(1) + "/" + (unit.equals("m") ? "min" : unit)
                : otherwise;
    }
}
