package dev.foreshock.reports.internal.terminal;

import dev.foreshock.reports.internal.text.Markup;
import java.util.ArrayList;
import java.util.List;

/** Fits text into columns. Widths count code points. */
public final class Lines {
    private Lines() {}

    /** Returns {@code text} broken at spaces into lines of at most {@code width}; at least one line. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Markup.printable(text).split(" ", -1)) {
            if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
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
