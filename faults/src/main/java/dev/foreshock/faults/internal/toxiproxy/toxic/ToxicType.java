package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A type of toxic.
 *
 * @param name what the API calls it
 * @param attributes what the API calls its numbers, in the order of replies
 * @param from makes the toxic; throws {@link IllegalArgumentException} where the numbers are not sound
 * @param family who knows it, and what it acts on
 */
public record ToxicType(
        String name, List<String> attributes, Function<ToLongFunction<String>, Toxic> from, Family family) {
    /** Creates a type that stock has, too. */
    ToxicType(String name, List<String> attributes, Function<ToLongFunction<String>, Toxic> from) {
        this(name, attributes, from, Family.TOXIC);
    }

    /** Who knows a type, and what it acts on. */
    public enum Family {
        /** Stock has it; it acts on the bytes of one direction. */
        TOXIC,
        /** Foreshock's own, which no compatible route shows; it acts on the bytes of one direction. */
        STREAM_EFFECT,
        /** Foreshock's own, which no compatible route shows; it acts on connections that come in. */
        CONNECT_EFFECT
    }

    /** Tells whether it is Foreshock's own. */
    public boolean isEffect() {
        return family != Family.TOXIC;
    }

    /** Tells whether it acts on the bytes of one direction. */
    public boolean isOnStream() {
        return family != Family.CONNECT_EFFECT;
    }

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
