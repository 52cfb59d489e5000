package dev.foreshock.scenarios.internal.read;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the constants of an enum are written in files: in lower case, with hyphens. */
public final class Words {

    private Words() {}

    /** Returns the words for the constants of {@code type}, in order. */
    public static List<String> of(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
