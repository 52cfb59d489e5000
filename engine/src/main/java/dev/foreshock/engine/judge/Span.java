package dev.foreshock.engine.judge;

import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The part of a run that a claim speaks of.
 *
 * @param from its start, or null for the start of the run
 * @param until its end, or null for the end of the run
 */
public record Span(@Nullable Anchor from, @Nullable Anchor until) {
    /** The whole run. */
    public static final Span WHOLE = new Span(null, null);

    /** Returns the span between two times of day. */
    public static Span during(String from, String until) {
        return new Span(Anchor.at(from), Anchor.at(until));
    }

    /** Returns the span after {@code from}. */
    public static Span after(Anchor from) {
        return new Span(from, null);
    }

    /** Returns the span of {@code length} after {@code from}. */
    public static Span within(Duration length, Anchor from) {
        return new Span(from, from.plus(length));
    }

    /** Returns how long the span is where it ends a time after it begins, whenever that is; null otherwise. */
    private @Nullable Duration length() {
        if (from == null || until == null) {
            return null;
        }
        Duration length = until.plus().minus(from.plus());
        boolean isLength = length.compareTo(Duration.ZERO) > 0 && until.equals(from.plus(length));
        return isLength ? length : null;
    }

    @Override
    public String toString() {
        Duration length = length();
        if (length != null) {
            return " within " + Spans.text(length) + " after " + from;
        }
        if (from != null && until != null) {
            return " during " + from + " .. " + until;
        }
        return (from == null ? "" : " after " + from) + (until == null ? "" : " before " + until);
    }
}
