package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

/** What every page has around its words: a policy, a style, a way to skip to the answer, and a script. */
final class Frame {
    private Frame() {}

    /**
     * Returns a page.
     *
     * @param title its title, as text
     * @param answer the identifier of the part to skip to
     * @param name what that part is, as text
     * @param header what comes first, as HTML
     * @param main the rest, as HTML
     */
    static String of(String title, String answer, String name, String header, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <a class="skip" href="#%s">Skip to the %s</a>
                <header>
                %s</header>
                <main>
                %s</main>
                <script>%s</script>
                </body>
                </html>
                """.formatted(
                        ContentPolicy.of(Script.TEXT, Styles.SHEET),
                        escape(title),
                        Styles.SHEET,
                        answer,
                        escape(name),
                        header,
                        main,
                        Script.TEXT);
    }

    /** Returns a paragraph; nothing where there is no text. */
    static String paragraph(String attributes, String text) {
        return text.isEmpty() ? "" : "<p" + attributes + ">" + escape(text) + "</p>\n";
    }

    /** Returns an entry of the contents. */
    static String link(String id, String text) {
        return "<li><a href=\"#" + id + "\">" + text + "</a></li>\n";
    }
}
