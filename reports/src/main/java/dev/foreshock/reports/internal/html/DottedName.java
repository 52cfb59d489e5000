package dev.foreshock.reports.internal.html;

/**
 * A dotted name in two lines, as there is no room for long names in one.
 *
 * @param prefix all up to the last dot, with it; empty if there is none
 * @param last what follows
 */
record DottedName(String prefix, String last) {
    static DottedName of(String name) {
        int dot = name.lastIndexOf('.');
        return new DottedName(name.substring(0, dot + 1), name.substring(dot + 1));
    }

    int length() {
        return Math.max(prefix.length(), last.length());
    }

    /** Writes it around the height of {@code y}; the text begins, ends or is centered at {@code x}. */
    void draw(Svg svg, double x, double y, String anchor) {
        if (prefix.isEmpty()) {
            svg.text(x, y + 4, anchor, Ink.TEXT, last);
        } else {
            svg.text(x, y - 3, anchor, Ink.FAINT, prefix).text(x, y + 10, anchor, Ink.TEXT, last);
        }
    }
}
