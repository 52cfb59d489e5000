package dev.foreshock.reports.internal.html;

import java.util.ArrayList;
import java.util.List;

/** The names of curves, each behind a piece of its line, in as many rows as they need. */
final class Legend {
    private static final double ROW = 18;
    private static final double LETTER = 6.8;
    private static final double SAMPLE = 36;
    private static final double GAP = 22;

    private final List<String> names;
    private final List<double[]> places = new ArrayList<>();
    private double height = ROW;

    Legend(List<String> names) {
        this.names = names;
        double x = TimeAxis.LEFT;
        double y = 14;
        for (String name : names) {
            double width = SAMPLE + LETTER * name.length();
            if (x + width > TimeAxis.RIGHT && x > TimeAxis.LEFT) {
                x = TimeAxis.LEFT;
                y += ROW;
                height += ROW;
            }
            places.add(new double[] {x, y});
            x += width + GAP;
        }
    }

    /** Returns the height that it takes at the top of a chart. */
    double height() {
        return height;
    }

    void draw(Svg svg) {
        for (int i = 0; i < names.size(); i++) {
            double x = places.get(i)[0];
            double y = places.get(i)[1];
            svg.line(x, y, x + SAMPLE - 6, y, Ink.curve(i)).text(x + SAMPLE, y + 4, "start", Ink.TEXT, names.get(i));
        }
    }
}
