package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.internal.read.Factor;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds variants that set one thing to different values: the last would win, which is no measure that anybody takes. Factors
 * multiply, and equal values agree. Not thread-safe.
 */
final class Opposites {

    private final Map<String, Said> known = new TreeMap<>();

    /** What a variant sets something to. */
    private record Said(String variant, String value, boolean isFactor) {}

    /** Adds a change; returns what speaks against it in a sentence, or null. */
    @Nullable
    String add(String variant, Patch patch) {
        return add(variant, patch.path().text(), patch.value());
    }

    private @Nullable String add(String variant, String path, Node value) {
        String found = null;
        if (value instanceof MapNode map && !map.names().isEmpty()) {
            for (MapNode.Entry entry : map.entries()) {
                String below = add(variant, path + "." + entry.key().text(), entry.value());
                found = found == null ? below : found;
            }
            return found;
        }
        Said said = new Said(variant, shown(value), value instanceof TextNode text && Factor.of(text.text()) != null);
        for (Map.Entry<String, Said> other : known.entrySet()) {
            if (found == null && !other.getValue().variant().equals(variant) && meet(path, other.getKey())) {
                found = against(other.getKey(), other.getValue(), path, said);
            }
        }
        known.putIfAbsent(path, said);
        return found;
    }

    private static boolean meet(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
    }

    private static @Nullable String against(String first, Said one, String second, Said two) {
        boolean agree = first.equals(second) && (one.value().equals(two.value()) || (one.isFactor() && two.isFactor()));
        return agree
                ? null
                : "'" + one.variant() + "' sets " + first + " to " + one.value() + ", and '" + two.variant() + "' "
                        + (first.equals(second) ? "" : second + " ") + "to " + two.value();
    }

    private static String shown(Node value) {
        if (value instanceof TextNode text) {
            return text.text();
        } else if (value instanceof ScaledNode scaled) {
            return scaled.written().text();
        } else if (value instanceof ListNode list) {
            return list.items().stream().map(Opposites::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof MapNode map
                ? map.entries().stream()
                        .map(entry -> entry.key().text() + ": " + shown(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : value.shape();
    }
}
