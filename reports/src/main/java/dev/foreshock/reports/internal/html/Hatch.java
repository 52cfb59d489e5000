package dev.foreshock.reports.internal.html;

/**
 * Fills rectangles so that they differ without color: plain, rising, falling, upright and level lines.
 *
 * @param number which of them, from 0; they repeat after five
 */
record Hatch(int number) {
    private static final double STEP = 7;
    private static final int KINDS = 5;

    /** Fills a rectangle, and gives it a frame and a title; none where the title is empty. */
    void fill(Svg svg, double x, double y, double width, double height, String title) {
        Ink ink = Ink.curve(number);
        svg.rect(x, y, width, height, Ink.PALE, title);
        StringBuilder lines = new StringBuilder();
        switch (number % KINDS) {
            case 1 -> slanted(lines, x, y, width, height, true);
            case 2 -> slanted(lines, x, y, width, height, false);
            case 3 -> {
                for (double at = STEP / 2; at < width; at += STEP) {
                    line(lines, x + at, y, x + at, y + height);
                }
            }
            case 4 -> {
                for (double at = STEP / 2; at < height; at += STEP) {
                    line(lines, x, y + at, x + width, y + at);
                }
            }
            default -> {}
        }
        line(lines, x, y, x + width, y);
        line(lines, x + width, y, x + width, y + height);
        line(lines, x + width, y + height, x, y + height);
        line(lines, x, y + height, x, y);
        svg.path(lines.toString(), new Ink(ink.className(), ink.color(), "", 1));
    }

    /** Lines of 45 degrees, cut off at the sides. */
    private static void slanted(StringBuilder out, double x, double y, double width, double height, boolean rises) {
        for (double start = STEP - height; start < width; start += STEP) {
            double from = Math.max(0, start);
            double until = Math.min(width, start + height);
            double first = from - start;
            double last = until - start;
            line(
                    out,
                    x + from,
                    rises ? y + height - first : y + first,
                    x + until,
                    rises ? y + height - last : y + last);
        }
    }

    private static void line(StringBuilder out, double x1, double y1, double x2, double y2) {
        out.append('M').append(Svg.n(x1)).append(' ').append(Svg.n(y1));
        out.append('L').append(Svg.n(x2)).append(' ').append(Svg.n(y2));
    }
}
