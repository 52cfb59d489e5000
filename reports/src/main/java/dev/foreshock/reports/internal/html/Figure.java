package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Markup;

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
        return "<figure>\n<h3>" + Markup.escape(title) + "</h3>\n<div class=\"chart\">" + svg + "</div>\n<figcaption>"
                + Markup.escape(sentence) + "</figcaption>\n"
                + (table.isEmpty() ? "" : "<details><summary>as a table</summary>\n" + table + "</details>\n")
                + "</figure>\n";
    }
}
