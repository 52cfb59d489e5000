package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Markup;

/** Writes a table that a keyboard can scroll where it is wider than the page. */
final class Table {
    private final String name;
    private final String className;
    private final String[] heads;
    private final StringBuilder html = new StringBuilder();

    /** Begins a table whose cells are not broken. {@code name} says what it is about, for those who hear the page. */
    Table(String name, String... heads) {
        this(name, "wide", heads);
    }

    private Table(String name, String className, String... heads) {
        this.name = name;
        this.className = className;
        this.heads = heads;
        html.append("<thead><tr>");
        for (String head : heads) {
            html.append("<th scope=\"col\">").append(Markup.escape(head)).append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
    }

    /**
     * Begins a table whose cells are broken to fit the page, except where they are {@link #unbroken}; on a narrow page, each
     * row becomes a list of its cells, with the heads beside them.
     */
    static Table fitting(String name, String... heads) {
        return new Table(name, "wide fit rows", heads);
    }

    /** Returns a text of numbers that is broken between them only, never inside one. */
    static String unbroken(String text) {
        StringBuilder html = new StringBuilder();
        for (String part : text.split("(?= [(\\[±=+])", -1)) {
            html.append(html.length() == 0 ? "" : " ")
                    .append("<span class=\"n\">")
                    .append(Markup.escape(part.strip()))
                    .append("</span>");
        }
        return html.toString();
    }

    /** Adds a row of cells that are HTML; the first is its head. */
    Table row(String... cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            html.append(i == 0 ? "<th scope=\"row\">" : cell(heads[i]))
                    .append(cells[i])
                    .append(i == 0 ? "</th>" : "</td>");
        }
        html.append("</tr>\n");
        return this;
    }

    private String cell(String head) {
        return className.contains("rows") ? "<td data-head=\"" + Markup.escape(head) + "\">" : "<td>";
    }

    @Override
    public String toString() {
        return "<div class=\"" + className + "\" tabindex=\"0\" role=\"region\" aria-label=\"" + Markup.escape(name)
                + "\"><table><caption>" + Markup.escape(name) + "</caption>\n" + html + "</tbody></table></div>\n";
    }
}
