package dev.foreshock.cli.internal.language;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Explanation;
import dev.foreshock.scenarios.Explanation.Example;

/** Lays out an explanation for a terminal. */
final class ExplanationText {
    private static final int WIDTH = 80;

    private ExplanationText() {}

    /**
     * Returns the explanation of {@code code}.
     *
     * @param command how examples call Foreshock
     */
    static String of(Code code, String command) {
        Explanation text = code.explanation();
        return code.severity().text() + "[" + code.id() + "]: " + text.title() + "\n\n"
                + wrapped(text.what()) + "\n"
                + wrapped("Why it matters: " + text.why()) + "\n"
                + "Before:\n\n" + example(text.before(), command) + "\n"
                + "After:\n\n" + example(text.after(), command);
    }

    private static String example(Example example, String command) {
        if (example.language().isEmpty()) {
            return wrapped(example.text()).indent(4);
        }
        String text = example.language().equals("sh")
                ? example.text().replaceAll("(?m)^foreshock ", java.util.regex.Matcher.quoteReplacement(command + " "))
                : example.text();
        return text.indent(4);
    }

    /** Breaks lines between words; a line feed ends the last. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split("\\s+", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.append('\n').toString();
    }
}
