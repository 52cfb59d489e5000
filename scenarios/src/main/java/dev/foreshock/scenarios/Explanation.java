package dev.foreshock.scenarios;

import dev.foreshock.scenarios.internal.report.Explanations;

/**
 * What a code is about. The text of each code is a file of its own.
 *
 * @param title a few words
 * @param what what is wrong
 * @param why why that matters
 * @param before an example that is wrong
 * @param after the example, mended; or what to do
 */
public record Explanation(String title, String what, String why, Example before, Example after) {

    /**
     * An example.
     *
     * @param language what it is written in: {@code yaml}, {@code sh} or {@code csv}; empty for a sentence
     * @param text the example, without a line feed at its end
     */
    public record Example(String language, String text) {}

    static Explanation of(Code code) {
        return Explanations.of(code);
    }
}
