package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;

/**
 * Writes an SVG drawing. Every mark carries its look as attributes, so that it is readable where styles are blocked; a class
 * lets the style sheet adapt it to a dark page.
 */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    Svg(double width, double height, String label) {
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" role=\"img\" aria-label=\"%s\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n"
                        .formatted(n(width), n(height), n(width), n(height), Markup.escape(label)));
    }

    Svg line(double x1, double y1, double x2, double y2, Ink ink) {
        return raw("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s/>"
                .formatted(n(x1), n(y1), n(x2), n(y2), ink.stroke()));
    }

    Svg rect(double x, double y, double width, double height, Ink ink, String title) {
        String box = "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s"
                .formatted(n(x), n(y), n(Math.max(width, 1)), n(height), ink.fill());
        return raw(title.isEmpty() ? box + "/>" : box + "><title>" + Markup.escape(title) + "</title></rect>");
    }

    Svg path(String data, Ink ink) {
        return raw("<path d=\"" + data + "\" fill=\"none\" stroke-linejoin=\"round\"" + ink.stroke() + "/>");
    }

    /** Draws a curve. {@code name} tells the page's script what can be read off it. */
    Svg curve(String data, Ink ink, String name) {
        return raw("<path d=\"" + data + "\" fill=\"none\" stroke-linejoin=\"round\"" + ink.stroke() + " data-name=\""
                + Markup.escape(name) + "\"/>");
    }

    Svg shape(String data, Ink ink, String title) {
        return raw("<path d=\"" + data + "\"" + ink.fill() + "><title>" + Markup.escape(title) + "</title></path>");
    }

    /** Writes text; {@code anchor} is {@code start}, {@code middle} or {@code end}. */
    Svg text(double x, double y, String anchor, Ink ink, String text) {
        return raw("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>%s</text>"
                .formatted(n(x), n(y), anchor, ink.fill(), Markup.escape(text)));
    }

    /** Begins a group. {@code data} tells the page's script about it: names and values in turn. */
    Svg begin(String className, Object... data) {
        StringBuilder group = new StringBuilder("<g class=\"" + className + "\"");
        for (int i = 0; i < data.length; i += 2) {
            group.append(" data-")
                    .append(data[i])
                    .append("=\"")
                    .append(Markup.escape(String.valueOf(data[i + 1])))
                    .append('"');
        }
        return raw(group + ">");
    }

    Svg end() {
        return raw("</g>");
    }

    private Svg raw(String element) {
        out.append(element).append('\n');
        return this;
    }

    /** Returns a coordinate in tenths of a pixel. */
    static String n(double value) {
        String text = Amounts.fixed(value, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        return out + "</svg>\n";
    }
}
