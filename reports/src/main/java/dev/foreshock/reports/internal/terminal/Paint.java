package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.Page;

/** Colors, or none. A color repeats what a word says; nothing is told by color alone. */
public enum Paint {
    /** ANSI colors. */
    COLORED,
    /** Plain text. */
    PLAIN;

    /** Returns the paint of a page. */
    public static Paint of(Page page) {
        return page.isColored() ? COLORED : PLAIN;
    }

    private static final String RESET = "\u001b[0m";

    /** Returns {@code text} in the color of a verdict. */
    public String verdict(Verdict verdict, String text) {
        return switch (verdict) {
            case PASSED -> color("32", text);
            case INCONCLUSIVE -> color("33", text);
            case DEVIATED, ABORTED, ERROR -> color("31", text);
        };
    }

    /** Returns {@code text} in bold. */
    public String strong(String text) {
        return color("1", text);
    }

    /** Returns {@code text} less prominent. */
    public String faint(String text) {
        return color("2", text);
    }

    private String color(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
