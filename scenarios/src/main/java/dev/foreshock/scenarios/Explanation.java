package dev.foreshock.scenarios;

import dev.foreshock.scenarios.internal.report.Explanations;

/**
 * What a code is about.
 *
 * @param title a few words
 * @param what what is wrong, and why that matters
 * @param before an example that is wrong; empty where a file cannot show it
 * @param after the example, mended; or what to do
 */
public record Explanation(String title, String what, String before, String after) {

    static Explanation of(Code code) {
        return Explanations.of(code);
    }
}
