package dev.foreshock.engine.people;

import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A signal held against a limit, true once it has been so for some time. Files write it
 * {@code web.success < 95% for 1m}.
 *
 * @param subject the component, or null where the context names it
 * @param signal what is looked at
 * @param comparison how it is compared
 * @param limit the limit, in the base unit of the signal's dimension, or as a factor
 * @param timesUsual whether the limit is a factor on the usual value
 * @param forAtLeast how long it must have been so at every look
 */
public record Condition(
        @Nullable String subject,
        Signal signal,
        Comparison comparison,
        double limit,
        boolean timesUsual,
        Duration forAtLeast) {
    /** Returns the condition that {@code signal} compares with {@code limit} for {@code forAtLeast}. */
    public static Condition of(Signal signal, Comparison comparison, double limit, Duration forAtLeast) {
        return new Condition(null, signal, comparison, limit, false, forAtLeast);
    }

    /** Returns this condition about {@code component}. */
    public Condition about(String component) {
        return new Condition(component, signal, comparison, limit, timesUsual, forAtLeast);
    }

    /** Returns this condition with its limit a factor on the usual value. */
    public Condition againstUsual() {
        return new Condition(subject, signal, comparison, limit, true, forAtLeast);
    }

    @Override
    public String toString() {
        return (subject == null ? "" : subject + ".") + signal.text() + " " + comparison.text() + " "
                + (timesUsual ? "x" + Quantity.number(limit) + " usual" : Quantity.text(signal.dimension(), limit))
                + (forAtLeast.isZero() ? "" : " for " + Spans.text(forAtLeast));
    }
}
