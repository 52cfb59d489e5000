package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Markup;
import java.util.regex.Matcher;

/**
 * A chart with what it says.
 *
 * @param title its title
 * @param sentence what it shows, in words
 * @param svg the drawing
 * @param table the same as a table; empty if there is none
 */
record Figure(String title, String sentence, String svg, String table) {
    String html() {
        String name = Markup.escape(title);
        return "<figure>\n<h3>" + name + "</h3>\n<div class=\"chart\" tabindex=\"0\" role=\"group\""
                + " aria-label=\"" + name + "\">" + svg + "</div>\n<figcaption>"
                + Markup.escape(sentence) + "</figcaption>\n"
                + (table.isEmpty() ? "" : alternative(name))
                + "</figure>\n";
    }

    private String alternative(String name) {
        String caption = Matcher.quoteReplacement("<table><caption>" + name + "</caption>");
        return "<details><summary>as a table</summary>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\""
                + name + ", as a table\">" + table.replaceFirst("<table>", caption) + "</div></details>\n";
    }
}
