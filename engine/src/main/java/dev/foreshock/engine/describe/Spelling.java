package dev.foreshock.engine.describe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the name that was meant by a word that is no name. */
public final class Spelling {

    private static final int LONGEST = 40;
    private static final int MOST_LISTED = 16;
    private static final Pattern SUGGESTION = Pattern.compile("'([^']+)' exists(?:;|$)");

    private Spelling() {}

    /** Returns the name of {@code names} closest to {@code written}, if any is close. */
    public static Optional<String> closest(String written, Collection<String> names) {
        return near(written, names).stream().findFirst();
    }

    /** Returns those of {@code names} that are equally close to {@code written} and closer than all others. */
    private static List<String> near(String written, Collection<String> names) {
        if (written.length() > LONGEST || written.isEmpty()) {
            return List.of();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        int least = Math.max(1, wanted.length() / 3);
        List<String> near = new ArrayList<>();
        for (String name : names) {
            if (Math.abs(name.length() - wanted.length()) > least) { // no distance is shorter
                continue;
            }
            int distance = name.length() > LONGEST ? LONGEST : distance(wanted, name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                near.clear();
                least = distance;
            }
            if (distance == least) {
                near.add(name);
            }
        }
        return near.stream()
                .distinct()
                .sorted(Comparator.<String, Boolean>comparing(name -> !name.regionMatches(true, 0, written, 0, 1))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Returns a hint: the name that was meant, or those that may be, and which there are. */
    public static String hint(String written, String noun, Collection<String> names) {
        String all = names.isEmpty() ? "there are no " + noun : noun + " are: " + listed(names);
        String meant = meant(written, names);
        return meant.isEmpty() ? all : meant + "; " + all;
    }

    /** Returns the start of a hint: the name that was meant, or two that may be; empty where none is close. */
    public static String meant(String written, Collection<String> names) {
        List<String> near = near(written, names);
        return switch (near.size()) {
            case 0 -> "";
            case 1 -> "'" + near.get(0) + "' exists";
            default -> "'" + near.get(0) + "' and '" + near.get(1) + "' exist";
        };
    }

    /** Returns the name that a {@link #hint} or its start says was meant, if it is certain. */
    public static Optional<String> suggested(String hint) {
        Matcher match = SUGGESTION.matcher(hint);
        return match.lookingAt() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** Returns {@code noun} with {@code a} or {@code an} before it, by its first letter: {@code user} and {@code hour} are not asked for. */
    public static String withArticle(String noun) {
        boolean isVowel = !noun.isEmpty() && "aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0;
        return (isVowel ? "an " : "a ") + noun;
    }

    /** Returns names separated by commas, at most {@value #MOST_LISTED} of them. */
    public static String listed(Collection<String> names) {
        List<String> sorted = List.copyOf(new TreeSet<>(names));
        String shown = String.join(", ", sorted.subList(0, Math.min(MOST_LISTED, sorted.size())));
        return sorted.size() <= MOST_LISTED ? shown : shown + " and " + (sorted.size() - MOST_LISTED) + " more";
    }

    /** Returns the edit distance: insertions, deletions, replacements, and swaps of neighbors. */
    static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
