package dev.foreshock.engine.judge;

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

    @Override
    public String toString() {
        if (from != null && until != null) {
            return " during " + from + " .. " + until;
        }
        return (from == null ? "" : " after " + from) + (until == null ? "" : " before " + until);
    }
}
