package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.Knob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount as it was read, with what is known about it.
 *
 * @param value the amount
 * @param written how a file writes it
 * @param span what it may be, or null if that is not said
 * @param form what is said of where it comes from, or null if it is a plain number
 */
record Amount(
        Object value,
        String written,
        @Nullable Span span,
        @Nullable AmountForm form) {

    static Amount plain(Object value, String written) {
        return new Amount(value, written, null, null);
    }

    /** Returns what others learn of it as a number that is not known exactly. */
    Knob knob(String path) {
        return new Knob(
                path,
                written,
                span == null ? null : span.from().written(),
                span == null ? null : span.to().written(),
                form == null ? null : form.basis(),
                form == null ? "" : form.source(),
                form == null ? null : form.samples(),
                List.of());
    }

    /**
     * Returns {@code factor} times the amount, with {@code factor} times the range.
     *
     * @throws IllegalArgumentException if there is no such amount or range
     */
    Amount times(double factor) {
        Span.End scaled = scaled(value, factor);
        Span wide = span == null
                ? null
                : new Span(
                        scaled(span.from().value(), factor),
                        scaled(span.to().value(), factor),
                        span.site(),
                        span.written(),
                        span.notes());
        return new Amount(scaled.value(), scaled.written(), wide, form);
    }

    private static Span.End scaled(Object value, double factor) {
        Object product = Amounts.times(value, factor);
        return new Span.End(product, Amounts.text(product));
    }
}
