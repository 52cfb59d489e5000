package dev.foreshock.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that is not known exactly: one of the section {@code knobs}, or one that a setting gives with its basis. Another
 * value of it is a setting from outside: {@code path=value}.
 *
 * @param path where it is set, such as {@code knobs.peak} or {@code web.workers}
 * @param is its value, as written
 * @param from the smallest value it may have, as written, or null if no range is given
 * @param to the largest value it may have, as written, or null if no range is given
 * @param basis where it comes from, or null if that is not said
 * @param source the text or measurement behind it; empty if that is not said
 * @param samples how many observations are behind it, or null if that is not said
 * @param uses the settings whose value depends on it, sorted
 */
public record Knob(
        String path,
        String is,
        @Nullable String from,
        @Nullable String to,
        @Nullable Basis basis,
        String source,
        @Nullable Long samples,
        List<String> uses) {

    /** Copies the list. */
    public Knob {
        uses = List.copyOf(uses);
    }
}
