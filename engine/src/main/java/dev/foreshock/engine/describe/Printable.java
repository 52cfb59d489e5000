package dev.foreshock.engine.describe;

/** Tells which texts can be shown as they are, and cleans the others: a file or a command line may hold anything. */
public final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** Tells whether {@code text} is one line without anything that could move a cursor or hide what stands there. */
    public static boolean isPrintable(String text) {
        return text.codePoints().allMatch(Printable::isPrintable);
    }

    /** Returns {@code text} on one line: line breaks and tabs are spaces, and what cannot be shown is replaced. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == '\n' || point == '\t' ? ' ' : isPrintable(point) ? point : REPLACEMENT)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** Returns {@code text} with its line breaks, and otherwise as {@link #of} does. */
    public static String lines(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == '\n' || isPrintable(point) ? point : REPLACEMENT)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> (point & 0xFFFE) != 0xFFFE;
        };
    }
}
