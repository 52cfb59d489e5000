package dev.foreshock.scenarios.internal.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which things are meant: one or more terms, all of which must hold. A term is {@code label=value},
 * {@code label!=value} ({@code is} is the kind), or a name in which {@code *} stands for any characters.
 */
public final class Selector {

    /** How one is written. */
    static final String TERM = "(?:[\\p{L}\\p{N}_.-]+!?=[\\p{L}\\p{N}_.-]+|[\\p{L}\\p{N}_.*-]+)";

    private static final Pattern WHOLE = Pattern.compile(TERM + "(?:\\s+" + TERM + ")*");
    private static final int LONGEST = 500;

    private final List<Term> terms;
    private final int weight;

    private Selector(List<Term> terms, int weight) {
        this.terms = terms;
        this.weight = weight;
    }

    /** One condition on a thing. */
    private interface Term {
        boolean holds(String name, Map<String, String> labels);
    }

    /** Returns the selector that {@code text} is, or null if it is none. */
    public static @Nullable Selector of(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST || !WHOLE.matcher(trimmed).matches()) {
            return null;
        }
        List<Term> terms = new ArrayList<>();
        int weight = 0;
        for (String term : trimmed.split("\\s+", -1)) {
            int equals = term.indexOf('=');
            if (equals < 0) {
                List<String> parts = List.of(term.split("\\*+", -1));
                terms.add((name, labels) -> isMade(name, parts));
                weight += term.equals("*") ? 0 : term.indexOf('*') < 0 ? 2 : 1;
                continue;
            }
            boolean not = term.charAt(equals - 1) == '!';
            String label = term.substring(0, not ? equals - 1 : equals);
            String value = term.substring(equals + 1);
            terms.add((name, labels) -> not != value.equals(labels.get(label)));
            weight++;
        }
        return new Selector(terms, weight);
    }

    /** Tells whether {@code text} can only be a selector, not the name of one thing. */
    static boolean isNeeded(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('=') >= 0;
    }

    /** Tells whether {@code name} is made of {@code parts} in their order, with anything between them. */
    private static boolean isMade(String name, List<String> parts) {
        String first = parts.get(0);
        if (parts.size() == 1) {
            return name.equals(first);
        }
        String last = parts.get(parts.size() - 1);
        if (name.length() < first.length() + last.length() || !name.startsWith(first) || !name.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = name.length() - last.length();
        for (int i = 1; i < parts.size() - 1; i++) {
            int found = name.indexOf(parts.get(i), at);
            if (found < 0 || found + parts.get(i).length() > end) {
                return false;
            }
            at = found + parts.get(i).length();
        }
        return true;
    }

    /** Tells whether a thing of this name, with these labels, is meant. */
    public boolean matches(String name, Map<String, String> labels) {
        for (Term term : terms) { // a file may have thousands of selectors on thousands of things
            if (!term.holds(name, labels)) {
                return false;
            }
        }
        return true;
    }

    /** Returns how specific it is: a name counts 2, a part of a name or a label 1, a star alone 0. */
    int weight() {
        return weight;
    }
}
