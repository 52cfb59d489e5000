package dev.foreshock.scenarios.internal.compose;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes names and comments of what somebody else wrote. */
final class Text {

    private static final int LONGEST = 60;
    private static final int LONGEST_NAME = 80;
    private static final Set<String> NO_NAMES = Set.of("null", "yes", "no", "on", "off", "true", "false", "usual");

    private Text() {}

    /** Returns {@code text} as it can stand in a comment: on one line, printable, and not long. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(c -> safe.appendCodePoint(Character.isLetterOrDigit(c) || (c >= ' ' && c < 0x7f) ? c : '?'));
        return text.codePointCount(0, text.length()) > LONGEST ? safe + "..." : safe.toString();
    }

    /** Returns {@code text} without characters that would end a comment or move a terminal's cursor. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .forEach(c -> line.appendCodePoint(
                        Character.isISOControl(c)
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.SURROGATE
                                        || c == 0x2028
                                        || c == 0x2029
                                ? '?'
                                : c));
        return line.toString();
    }

    /** Returns a name for each of {@code originals} that a scenario can use, all of them different. */
    static Map<String, String> names(Collection<String> originals) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String original : originals) {
            String name = name(original);
            String free = name;
            for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
                free = name + "-" + i;
            }
            names.put(original, free);
        }
        return names;
    }

    static String name(String original) {
        String plain = Normalizer.normalize(original, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String name = plain.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[-_]+|[-_]+$", "");
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        boolean isNone = name.isEmpty()
                || !Character.isLetter(name.charAt(0))
                || name.startsWith("x-")
                || NO_NAMES.contains(name.toLowerCase(Locale.ROOT));
        return isNone ? ("service-" + name).replaceAll("-$", "") : name;
    }

    /** Returns names in a row: {@code a, b and c}. */
    static String list(Collection<String> names) {
        List<String> all = List.copyOf(names);
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }
}
