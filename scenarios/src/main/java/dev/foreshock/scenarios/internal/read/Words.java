package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Key;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the constants of an enum are written in files: as their {@link Key} says, or in lower case with hyphens. */
public final class Words {

    private Words() {}

    /** Returns the words for the constants of {@code type}, in order. */
    public static List<String> of(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }

    static String of(Enum<?> constant) {
        try {
            Key key = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Key.class);
            return key != null
                    ? key.value()
                    : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a word must be a constant of a public enum: " + constant, e);
        }
    }
}
