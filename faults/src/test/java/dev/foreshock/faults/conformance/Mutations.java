package dev.foreshock.faults.conformance;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes what is right wrong, by the luck of a seed. */
final class Mutations {
    private static final int MOST_NESTING = 5_000;
    private static final List<String> ODDITIES = List.of(
            "null",
            "-1",
            "1e999",
            "9223372036854775808",
            "0.1",
            "\"\"",
            "{}",
            "[]",
            "true",
            "\u0000",
            "\ud800",
            "\uffff",
            "\\u0000",
            "%00",
            "%",
            "..",
            "/",
            "\"",
            "\\",
            "}",
            ",",
            ":");

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    /** Returns a number from 0 to {@code bound}, exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Returns {@code text} with one to three changes. */
    String of(String text) {
        String changed = text;
        for (int i = below(3); i >= 0; i--) {
            changed = once(changed);
        }
        return changed;
    }

    private String once(String text) {
        int from = below(text.length() + 1);
        int to = from + below(text.length() - from + 1);
        String before = text.substring(0, from);
        String middle = text.substring(from, to);
        String after = text.substring(to);
        return switch (below(8)) {
            case 0 -> before; // cut off
            case 1 -> before + after; // something missing
            case 2 -> before + middle + middle + after; // something twice
            case 3 -> before + oneOf(ODDITIES) + after; // something else instead
            case 4 -> before + oneOf(ODDITIES) + middle + after; // something more
            case 5 -> before + (char) below(256) + middle + after;
            case 6 -> before + "[".repeat(below(MOST_NESTING)) + middle + after;
            default -> number(text);
        };
    }

    /** Replaces one number by another. */
    private String number(String text) {
        List<Integer> places = IntStream.range(0, text.length())
                .filter(i -> Character.isDigit(text.charAt(i)))
                .boxed()
                .toList();
        if (places.isEmpty()) {
            return text;
        }
        int place = oneOf(places);
        return text.substring(0, place)
                + oneOf(List.of("0", "-7", "65536", "9".repeat(below(2_000) + 1), "1e5"))
                + text.substring(place + 1);
    }

    /** Returns bytes that mean nothing. */
    byte[] junk() {
        byte[] junk = new byte[below(400)];
        random.nextBytes(junk);
        return junk;
    }
}
