package dev.foreshock.reports.internal.markdown;

import dev.foreshock.reports.internal.text.Markup;
import java.util.List;

/** Writes Markdown. Text from files is escaped, so that it cannot become a heading, a link, a cell or HTML. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]<>#|~&!";

    private final StringBuilder out = new StringBuilder();

    Markdown heading(int level, String text) {
        return raw("#".repeat(level) + " " + escape(text)).blank();
    }

    Markdown paragraph(String text) {
        return text.isEmpty() ? this : raw(escape(text)).blank();
    }

    Markdown item(String text) {
        return raw(listed(text));
    }

    /** Adds an item that begins with a bold word. */
    Markdown item(String label, String text) {
        return raw("- **" + escape(label) + "**: " + escape(text));
    }

    Markdown items(List<String> texts) {
        texts.forEach(this::item);
        return texts.isEmpty() ? this : blank();
    }

    Markdown head(String... cells) {
        return row(cells).raw("| --- ".repeat(cells.length) + "|");
    }

    Markdown row(String... cells) {
        return raw(cells(cells));
    }

    /** Returns a row of a table. */
    static String cells(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(' ').append(escape(cell)).append(" |");
        }
        return line.toString();
    }

    /** Returns an item of a list. */
    static String listed(String text) {
        return "- " + escape(text);
    }

    /** Adds a command to copy. */
    Markdown command(String text) {
        return raw("```sh")
                .raw(Markup.printable(text).replace("```", "'''"))
                .raw("```")
                .blank();
    }

    Markdown blank() {
        return raw("");
    }

    /** Adds a line that is Markdown already. */
    Markdown line(String markdown) {
        return raw(markdown);
    }

    private Markdown raw(String line) {
        out.append(line).append('\n');
        return this;
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        Markup.printable(text).codePoints().forEach(point -> {
            boolean isSpecial = SPECIAL.indexOf(point) >= 0;
            if (point == '<' || point == '&') {
                safe.append(point == '<' ? "&lt;" : "&amp;");
            } else {
                safe.append(isSpecial ? "\\" : "").appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString().stripTrailing() + "\n";
    }
}
