package dev.foreshock.engine.judge;

import dev.foreshock.engine.unit.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a run: what a claim speaks of, without a limit. Files write {@code blackout.total} or
 * {@code crashes(web) after 11:30}.
 *
 * @param measure what it is
 * @param subject the component, or the class of requests; null where the measure has none or is about all requests
 * @param span the part of the run
 */
public record Figure(Measure measure, @Nullable String subject, Span span) {
    /** Returns the figure of the whole run and of everything. */
    public static Figure of(Measure measure) {
        return new Figure(measure, null, Span.WHOLE);
    }

    /** Returns this figure of a component or a class of requests. */
    public Figure about(String name) {
        return new Figure(measure, name, span);
    }

    /** Returns the claim that compares this figure with {@code limit} in the mean. */
    public Claim held(Comparison comparison, Limit limit) {
        return new Claim(measure, subject, span, comparison, limit, 0, false, null);
    }

    /** Returns it as files write it. */
    @Override
    public String toString() {
        return measure.text() + (subject == null ? "" : "(" + subject + ")") + span;
    }
}
