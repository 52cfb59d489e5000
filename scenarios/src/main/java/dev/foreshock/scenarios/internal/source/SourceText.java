package dev.foreshock.scenarios.internal.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with the name it goes by in messages.
 *
 * @param name the name
 * @param lines its lines
 * @param location where it is, for files named relatively to it; null for a text from nowhere
 */
public record SourceText(
        String name, List<String> lines, @Nullable Location location) {

    public SourceText {
        lines = List.copyOf(lines);
    }

    /** Cuts {@code text} into lines. */
    public static SourceText of(String name, String text, @Nullable Location location) {
        return new SourceText(name, List.of(text.split("\r\n|\r|\n", -1)), location);
    }

    /** Returns a line, from 1; empty past the end. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** Texts are compared by identity: two files may hold the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
