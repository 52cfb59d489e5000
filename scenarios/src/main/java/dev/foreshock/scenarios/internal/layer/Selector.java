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
                Pattern pattern = pattern(term);
                terms.add((name, labels) -> pattern.matcher(name).matches());
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

    private static Pattern pattern(String term) {
        List<String> parts = new ArrayList<>();
        for (String part : term.split("\\*+", -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", parts));
    }

    /** Tells whether a thing of this name, with these labels, is meant. */
    public boolean matches(String name, Map<String, String> labels) {
        return terms.stream().allMatch(term -> term.holds(name, labels));
    }

    /** Returns how specific it is: a name counts 2, a part of a name or a label 1, a star alone 0. */
    int weight() {
        return weight;
    }
}
