package dev.foreshock.scenarios.internal.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with the name it goes by in messages.
 *
 * @param name the name
 * @param lines its lines
 * @param location where it is, for files named relatively to it; null for a text from nowhere
 * @param layer what settings in it count as
 */
public record SourceText(
        String name, List<String> lines, @Nullable Location location, Layer layer) {

    public SourceText {
        lines = List.copyOf(lines);
    }

    /** Cuts {@code text} into lines. */
    public static SourceText of(String name, String text, @Nullable Location location) {
        return of(name, text, location, Layer.FILE);
    }

    /** Cuts {@code text}, whose settings count as {@code layer}, into lines. */
    public static SourceText of(String name, String text, @Nullable Location location, Layer layer) {
        return new SourceText(name, List.of(text.split("\r\n|\r|\n", -1)), location, layer);
    }

    /** Returns the same text with its settings counting as another layer. */
    public SourceText in(Layer other) {
        return new SourceText(name, lines, location, other);
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
