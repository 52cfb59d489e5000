package dev.foreshock.engine.judge;

import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A claim about a run: a measure held against a limit. Files write {@code users.affected = 70% +-5pt} or
 * {@code crashes(web) after 11:30 = 0}.
 *
 * @param measure what it speaks of
 * @param subject the component, or the class of requests; null where the measure has none or is about all requests
 * @param span the part of the run
 * @param comparison how it is compared
 * @param limit what it is held against
 * @param tolerance with {@link Comparison#EQUAL}: how far off still holds, in the base unit of the measure
 * @param isConditional whether it holds, too, where there is nothing to observe: a span that never began, say. Otherwise such a claim
 *     cannot be judged
 * @param share null to judge the mean; otherwise the share of replications in which it must hold, 100 % for every one
 */
public record Claim(
        Measure measure,
        @Nullable String subject,
        Span span,
        Comparison comparison,
        Limit limit,
        double tolerance,
        boolean isConditional,
        @Nullable Percent share) {
    /** Returns the claim that {@code measure} compares with {@code limit} in the mean over the whole run. */
    public static Claim of(Measure measure, Comparison comparison, Limit limit) {
        return new Claim(measure, null, Span.WHOLE, comparison, limit, 0, false, null);
    }

    /** Returns this claim about a component or a class of requests. */
    public Claim about(String name) {
        return new Claim(measure, name, span, comparison, limit, tolerance, isConditional, share);
    }

    /** Returns this claim about a part of the run. */
    public Claim in(Span part) {
        return new Claim(measure, subject, part, comparison, limit, tolerance, isConditional, share);
    }

    /** Returns this claim with a tolerance in the base unit of the measure. */
    public Claim within(double plusMinus) {
        return new Claim(measure, subject, span, comparison, limit, plusMinus, isConditional, share);
    }

    /** Returns this claim, to hold in {@code part} of the replications. */
    public Claim inShare(Percent part) {
        return new Claim(measure, subject, span, comparison, limit, tolerance, isConditional, part);
    }

    /** Returns this claim, to hold, too, where there is nothing to observe. */
    public Claim ifObserved() {
        return new Claim(measure, subject, span, comparison, limit, tolerance, true, share);
    }

    /** Returns this claim with its limit resolved, where it hangs on a value of {@code baseline}. */
    public Claim against(Baseline baseline) {
        Double value = baseline.values().get(observes());
        return value == null || !(limit instanceof Limit.Baseline relative)
                ? this
                : new Claim(
                        measure, subject, span, comparison, relative.against(value), tolerance, isConditional, share);
    }

    /** Returns what is observed, without the limit. Baselines have their values under it. */
    public String observes() {
        return figure().toString();
    }

    /** Returns what it speaks of. */
    public Figure figure() {
        return new Figure(measure, subject, span);
    }

    /**
     * Returns what is wanted, without the measure: {@code <= 15m}, or {@code <= baseline +10% (374ms)} once resolved. Shares are
     * of draws; where no knobs are drawn, these are replications.
     */
    public String wants() {
        return wantsOfOne()
                + (share == null ? "" : share.equals(Percent.HUNDRED) ? " in every draw" : " in " + share + " of draws")
                + (isConditional ? " if observed" : "");
    }

    /** Returns what is wanted of one run, without the share of runs: {@code <= 15m}. */
    public String wantsOfOne() {
        return comparison.text() + " " + limitText() + (tolerance == 0 ? "" : " +-" + toleranceText());
    }

    private String limitText() {
        if (limit instanceof Limit.Time time) {
            return time.anchor().toString();
        } else if (limit instanceof Limit.Baseline baseline) {
            return baseline.text(measure.dimension());
        }
        return Quantity.text(measure.dimension(), ((Limit.Value) limit).value());
    }

    private String toleranceText() {
        return switch (measure.dimension()) {
            case SHARE -> Quantity.number(tolerance * 100) + "pt";
            case INSTANT -> Quantity.text(Dimension.TIME, tolerance);
            default -> Quantity.text(measure.dimension(), tolerance);
        };
    }

    @Override
    public String toString() {
        return observes() + " " + wants();
    }
}
