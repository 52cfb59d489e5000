package dev.foreshock.scenarios;

import java.util.ArrayList;
import java.util.List;

/** Writes diagnostics for people: the message, the place, the line itself with a caret, and the way out. */
public final class DiagnosticPrinter {

    /** The most that are shown at a time. */
    public static final int MOST_SHOWN = 20;

    private static final int WIDEST = 160;
    private static final int BEFORE_CARET = 60;

    private DiagnosticPrinter() {}

    /** Returns the first {@value #MOST_SHOWN} of {@code diagnostics}, with blank lines between, and how many more there are. */
    public static String print(List<Diagnostic> diagnostics) {
        return print(diagnostics, false);
    }

    /** Returns the same, in colors if wanted: they repeat what the words say. */
    public static String print(List<Diagnostic> diagnostics, boolean colored) {
        List<String> shown = new ArrayList<>();
        diagnostics.stream()
                .limit(MOST_SHOWN)
                .map(found -> print(found, colored))
                .forEach(shown::add);
        if (diagnostics.size() > MOST_SHOWN) {
            shown.add("and " + (diagnostics.size() - MOST_SHOWN) + " more\n");
        }
        return String.join("\n", shown);
    }

    /** Returns one diagnostic, ending with a line feed. */
    public static String print(Diagnostic found) {
        return print(found, false);
    }

    private static String print(Diagnostic found, boolean colored) {
        Ink ink = !colored ? Ink.NONE : found.severity() == Severity.ERROR ? Ink.RED : Ink.YELLOW;
        StringBuilder out = new StringBuilder();
        out.append(ink.on(found.severity().text() + "[" + found.code().id() + "]"))
                .append(": ")
                .append(visible(found.message()))
                .append('\n');
        place(out, found.place(), found.help(), ink);
        Ink quiet = colored ? Ink.CYAN : Ink.NONE;
        for (Note note : found.notes()) {
            out.append(quiet.on("note"))
                    .append(": ")
                    .append(visible(note.message()))
                    .append('\n');
            place(out, note.place(), "", quiet);
        }
        return out.toString();
    }

    private static void place(StringBuilder out, Place place, String help, Ink ink) {
        out.append("  --> ").append(visible(place.toString())).append('\n');
        if (place.line() == 0) {
            if (!help.isEmpty()) {
                out.append("  help: ").append(visible(help)).append('\n');
            }
            return;
        }
        String number = String.valueOf(place.line());
        Excerpt excerpt = Excerpt.of(place);
        out.append(number).append(" | ").append(excerpt.line()).append('\n');
        out.append(" ".repeat(number.length()))
                .append(" | ")
                .append(excerpt.before())
                .append(ink.on(excerpt.caret()));
        if (!help.isEmpty()) {
            out.append(" help: ").append(visible(help));
        }
        out.append('\n');
    }

    /** Returns {@code text} without characters that would move a terminal's cursor. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(isControl(c) ? '?' : c));
        return shown.toString();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }

    /** What a finding is drawn with on a terminal; bold, so that it shows on light and dark. */
    private enum Ink {
        NONE(""),
        RED("31"),
        YELLOW("33"),
        CYAN("36");

        private final String color;

        Ink(String color) {
            this.color = color;
        }

        String on(String text) {
            return this == NONE ? text : "\u001b[1;" + color + "m" + text + "\u001b[0m";
        }
    }

    /** A line cut to a readable width, what stands before the caret under it, and the caret. */
    private record Excerpt(String line, String before, String caret) {

        static Excerpt of(Place place) {
            int[] points = place.text().codePoints().toArray();
            int at = Math.max(0, Math.min(place.column() - 1, points.length));
            int from = points.length <= WIDEST ? 0 : Math.max(0, at - BEFORE_CARET);
            int to = Math.min(points.length, from + WIDEST);
            StringBuilder line = new StringBuilder(from > 0 ? "..." : "");
            StringBuilder before = new StringBuilder(from > 0 ? "   " : "");
            for (int i = from; i < to; i++) {
                line.appendCodePoint(points[i] == '\t' || !isControl(points[i]) ? points[i] : '?');
                if (i < at) {
                    before.append(points[i] == '\t' ? "\t" : " ".repeat(columns(points[i])));
                }
            }
            line.append(to < points.length ? "..." : "");
            int width = 0;
            for (int i = at; i < Math.min(to, at + place.length()); i++) {
                width += columns(points[i]);
            }
            return new Excerpt(line.toString().stripTrailing(), before.toString(), "^".repeat(Math.max(1, width)));
        }

        /** Returns how wide a terminal shows a character: 2 for those of East Asian scripts and pictures. */
        private static int columns(int c) {
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            boolean wide = c >= 0x1100
                    && (c <= 0x115f
                            || (c >= 0x2e80 && c <= 0xa4cf)
                            || (c >= 0xac00 && c <= 0xd7a3)
                            || (c >= 0xf900 && c <= 0xfaff)
                            || (c >= 0xfe30 && c <= 0xfe6f)
                            || (c >= 0xff00 && c <= 0xff60)
                            || (c >= 0xffe0 && c <= 0xffe6)
                            || (c >= 0x1f300 && c <= 0x1faff)
                            || (c >= 0x20000 && c <= 0x3fffd));
            return mark ? 0 : wide ? 2 : 1;
        }
    }
}
