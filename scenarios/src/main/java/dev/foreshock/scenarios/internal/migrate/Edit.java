package dev.foreshock.scenarios.internal.migrate;

import java.util.Comparator;
import java.util.List;

/**
 * A change of a text.
 *
 * @param from the first character that goes
 * @param to the character after the last that goes; equal to {@code from} where nothing does
 * @param replacement what stands there afterwards
 */
record Edit(int from, int to, String replacement) {

    Edit {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("an edit must have 0 <= from <= to, but had " + from + " and " + to);
        }
    }

    /**
     * Returns {@code text} with all {@code edits} made; those at one place in the order given. What two of them take away
     * without replacement goes once.
     *
     * @throws IllegalArgumentException if two of them change the same characters
     */
    static String apply(String text, List<Edit> edits) {
        List<Edit> sorted =
                edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList();
        StringBuilder result = new StringBuilder(text.length());
        int done = 0;
        boolean isGone = false;
        for (Edit edit : sorted) {
            if (edit.from < done && !(isGone && edit.replacement.isEmpty())) {
                throw new IllegalArgumentException("edits must not overlap, but did: " + sorted);
            }
            result.append(text, done, Math.max(done, edit.from)).append(edit.replacement);
            done = Math.max(done, edit.to);
            isGone = edit.replacement.isEmpty();
        }
        return result.append(text, done, text.length()).toString();
    }
}
