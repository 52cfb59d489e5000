package dev.foreshock.reports.internal.terminal;

import dev.foreshock.reports.internal.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fits text into columns. Widths count code points. */
public final class Lines {
    /** A space within a number ({@code 2 628}), before its percent sign, within a time ({@code 2h 19m}) or an interval. */
    private static final Pattern WITHIN_NUMBER = Pattern.compile(
            "(?<=\\d) (?=\\d{3}(?!\\d))|(?<=\\d) (?=%)|(?<=\\d[dhm]) (?=\\d\\d[hms])|(?<=\\[[^\\[\\]]{0,20}) (?=[^\\[\\]]{0,20}\\])");

    private static final Pattern WORD = Pattern.compile(" *[^ ]+");
    private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final char HELD = '\u00a0';

    private Lines() {}

    /** Returns {@code text} broken at spaces, but not those within a number or an interval, into lines of at most {@code width}; at least one. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : held(Markup.printable(text)).split(" ", -1)) {
            if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString().replace(HELD, ' '));
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString().replace(HELD, ' '));
        return lines;
    }

    /** Returns {@code parts} with {@code between} between them, broken there only, into lines of at most {@code width}. */
    static List<String> joined(List<String> parts, String between, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : parts) {
            if (!line.isEmpty() && width(line + between + part) > width) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? part : line + between + part;
        }
        lines.add(line);
        return lines;
    }

    /**
     * Returns a line, which may have colors, as lines of at most {@code width} as far as its words allow; what goes on is set in by
     * four columns more than its beginning. A line that fits is left as it is.
     */
    static List<String> within(String line, int width) {
        if (shown(line) <= width) {
            return List.of(line);
        }
        int start = 0;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        String indent = " ".repeat(Math.min(start + 4, width / 2));
        List<String> lines = new ArrayList<>();
        StringBuilder now = new StringBuilder(line.substring(0, start));
        boolean isEmpty = true;
        Matcher words = WORD.matcher(held(line.substring(start)));
        while (words.find()) {
            if (!isEmpty && shown(now.toString()) + shown(words.group()) > width) {
                lines.add(now.toString().replace(HELD, ' '));
                now.setLength(0);
                now.append(indent);
                isEmpty = true;
            }
            now.append(isEmpty ? words.group().stripLeading() : words.group());
            isEmpty = false;
        }
        lines.add(now.toString().replace(HELD, ' '));
        return lines;
    }

    /** Returns how many columns a text with colors takes. */
    private static int shown(String text) {
        return width(COLOR.matcher(text).replaceAll(""));
    }

    private static String held(String text) {
        return WITHIN_NUMBER.matcher(text).replaceAll(String.valueOf(HELD));
    }

    /** Returns {@code text} filled up with spaces, or cut with an ellipsis, to {@code width}. */
    public static String fit(String text, int width) {
        int missing = width - width(text);
        if (missing >= 0) {
            return text + " ".repeat(missing);
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    /** Returns how many columns {@code text} takes. */
    public static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
