package dev.foreshock.cli.internal.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Explanation;
import dev.foreshock.scenarios.Explanation.Example;

/** Describes codes as the rules of SARIF. There is help instead of a link: no address is promised to last. */
final class SarifRules {

    private SarifRules() {}

    static void describe(Code code, ObjectNode rule) {
        Explanation text = code.explanation();
        rule.put("id", code.id());
        rule.putObject("shortDescription").put("text", text.title());
        rule.putObject("fullDescription").put("text", text.what() + " " + text.why());
        rule.putObject("help")
                .put(
                        "text",
                        text.what() + "\n\n" + text.why() + "\n\nBefore:\n"
                                + text.before().text() + "\n\nAfter:\n"
                                + text.after().text())
                .put(
                        "markdown",
                        text.what() + "\n\n" + text.why() + "\n\n**Before**\n\n" + block(text.before())
                                + "\n\n**After**\n\n" + block(text.after()));
        rule.putObject("defaultConfiguration").put("level", code.severity().text());
    }

    private static String block(Example example) {
        return example.language().isEmpty()
                ? example.text()
                : "```" + example.language() + "\n" + example.text() + "\n```";
    }
}
