package dev.foreshock.engine.describe;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name somebody probably meant. */
public final class Spelling {
    private Spelling() {}

    /** Returns a hint for {@code word}: the name it is closest to, if one is close, and all names there are. */
    public static String hint(String word, Collection<String> names) {
        if (names.isEmpty()) {
            return "none is declared";
        }
        String all = "there are: " + String.join(", ", names);
        return closest(word, names)
                .map(name -> "did you mean '" + name + "'? " + all)
                .orElse(all);
    }

    /** Returns the name that is at most a third of its letters away from {@code word}, if there is one. */
    public static Optional<String> closest(String word, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(word, name) <= Math.max(1, Math.max(word.length(), name.length()) / 3))
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    /** Returns the Levenshtein distance of two words. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
