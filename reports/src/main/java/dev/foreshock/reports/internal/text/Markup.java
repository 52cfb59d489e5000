package dev.foreshock.reports.internal.text;

import dev.foreshock.engine.describe.Printable;

/** Makes text from files safe for where it goes. */
public final class Markup {
    private static final char REPLACEMENT = '\uFFFD';

    private Markup() {}

    /** Returns {@code text} for XML and HTML, as content or as an attribute in either quotes. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n' -> safe.append("&#10;");
                case '\t' -> safe.append("&#9;");
                default -> safe.appendCodePoint(isAllowed(point) ? point : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    /** Returns {@code text} for a terminal: on one line, without anything that could move the cursor. */
    public static String printable(String text) {
        return Printable.of(text);
    }

    private static boolean isAllowed(int point) {
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && (point & 0xFFFE) != 0xFFFE;
    }
}
