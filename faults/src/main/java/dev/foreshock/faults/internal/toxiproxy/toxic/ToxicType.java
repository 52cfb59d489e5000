package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A type of toxic that the API knows.
 *
 * @param name what the API calls it
 * @param attributes what the API calls its numbers, in the order of replies
 * @param from makes the toxic; throws {@link IllegalArgumentException} where the numbers are not sound
 */
public record ToxicType(String name, List<String> attributes, Function<ToLongFunction<String>, Toxic> from) {
    /** Returns the toxic with {@code values}; what is not among them is 0. */
    public Toxic create(Map<String, Long> values) {
        return from.apply(attribute -> values.getOrDefault(attribute, 0L));
    }

    /** Returns {@code values}, given in order, by name. */
    Map<String, Long> named(long... values) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(attributes.get(i), values[i]);
        }
        return named;
    }
}
