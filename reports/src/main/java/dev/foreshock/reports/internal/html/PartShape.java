package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.layout.Layout.Box;

/** The outline of a part of a system, by its kind. */
final class PartShape {
    private static final double SLANT = 8;

    private PartShape() {}

    static String path(String kind, Box box) {
        double x = box.x();
        double y = box.y();
        double w = box.width();
        double h = box.height();
        return switch (kind) {
            case "users" ->
                polygon(
                        x + SLANT,
                        y,
                        x + w - SLANT,
                        y,
                        x + w,
                        y + h / 2,
                        x + w - SLANT,
                        y + h,
                        x + SLANT,
                        y + h,
                        x,
                        y + h / 2);
            case "balancer" -> polygon(x, y, x + w - SLANT, y, x + w, y + h / 2, x + w - SLANT, y + h, x, y + h);
            case "queue" -> polygon(x + SLANT, y, x + w, y, x + w - SLANT, y + h, x, y + h);
            case "database" ->
                polygon(x, y, x + w, y, x + w, y + h, x, y + h) + "M" + Svg.n(x) + " " + Svg.n(y + 4) + "H"
                        + Svg.n(x + w) + "M" + Svg.n(x) + " " + Svg.n(y + h - 4) + "H" + Svg.n(x + w);
            default -> polygon(x, y, x + w, y, x + w, y + h, x, y + h);
        };
    }

    private static String polygon(double... places) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < places.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L').append(Svg.n(places[i])).append(' ').append(Svg.n(places[i + 1]));
        }
        return path.append('Z').toString();
    }
}
