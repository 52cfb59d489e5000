package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Explanation;
import dev.foreshock.scenarios.Explanation.Example;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what every code is about as Markdown: a page for each, and a list of all. */
public final class CodePages {

    private static final String GENERATED = "Generated from the explanations; do not edit.";

    private CodePages() {}

    /** Returns the list of all codes. */
    public static String index() {
        StringBuilder page = new StringBuilder("# Codes of errors and warnings\n\n" + GENERATED
                + " `foreshock explain CODE` prints the same. An error makes a file unusable, a warning does not.\n\n"
                + "Where the last column says something, no JSON Schema can see it: it would have to know files, other names, and so on.\n\n"
                + "Findings of the other codes it can miss in these places, and only there:\n\n"
                + Stream.of(Unseen.Where.values())
                        .map(where -> "- " + where.text() + "\n")
                        .collect(Collectors.joining())
                + "\n| code | what it is about | unseen by the schema |\n| --- | --- | --- |\n");
        for (Code code : Code.values()) {
            page.append("| [")
                    .append(code.id())
                    .append("](codes/")
                    .append(code.id())
                    .append(".md) | ")
                    .append(code.explanation().title())
                    .append(" | ")
                    .append(Unseen.codes().getOrDefault(code, ""))
                    .append(" |\n");
        }
        return page.toString();
    }

    /**
     * Returns the page of one code.
     *
     * @param message what is printed for the example; empty where the example is a sentence
     */
    public static String page(Code code, String message) {
        Explanation text = code.explanation();
        StringBuilder page = new StringBuilder("# ")
                .append(code.id())
                .append(": ")
                .append(text.title())
                .append("\n\n")
                .append(GENERATED)
                .append(" [All codes](../codes.md)\n\n")
                .append(text.what())
                .append("\n\n## Why it matters\n\n")
                .append(text.why())
                .append("\n\n## Before\n\n")
                .append(block(text.before()));
        if (!message.isEmpty()) {
            page.append("\nThis earns:\n\n").append(block(new Example("text", message.stripTrailing())));
        }
        return page.append("\n## After\n\n").append(block(text.after())).toString();
    }

    private static String block(Example example) {
        return example.language().isEmpty()
                ? example.text() + "\n"
                : "```" + example.language() + "\n" + example.text() + "\n```\n";
    }
}
