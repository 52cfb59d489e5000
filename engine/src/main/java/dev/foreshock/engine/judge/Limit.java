package dev.foreshock.engine.judge;

import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.engine.unit.Spans;
import java.math.BigDecimal;
import java.math.MathContext;

/** What a measure is held against. */
public sealed interface Limit {
    /**
     * A number, in the base unit of the measure.
     *
     * @param value the number
     */
    record Value(double value) implements Limit {}

    /**
     * A point in time.
     *
     * @param anchor the point
     */
    record Time(Anchor anchor) implements Limit {}

    /**
     * What an earlier run observed, changed. Files write {@code baseline +10%}, {@code baseline x1.5}, {@code baseline -1pt},
     * {@code baseline +2m} or {@code baseline}.
     *
     * @param change how it is changed
     * @param by by how much: a factor, a share of it, or an amount in the base unit of the measure
     * @param resolved the number that this comes to, in the base unit of the measure; NaN until a baseline is at hand
     */
    record Baseline(Change change, double by, double resolved) implements Limit {
        /** How a value is changed. */
        public enum Change {
            /** By a factor: {@code x1.5}. */
            TIMES,
            /** By a share of it: {@code +10%}. */
            PERCENT,
            /** By an amount: {@code -1pt}, {@code +2m}, {@code +3}. */
            PLUS
        }

        /** Returns this limit against a run that observed {@code value}. */
        public Baseline against(double value) {
            double limit = switch (change) {
                case TIMES -> value * by;
                case PERCENT -> value * (1 + by);
                case PLUS -> value + by;
            };
            return new Baseline(change, by, limit);
        }

        /** Returns the limit as files write it, and what it comes to where that is known. */
        String text(Dimension dimension) {
            String amount = switch (change) {
                case TIMES -> " x" + Quantity.number(by);
                case PERCENT -> " " + sign() + Quantity.number(Math.abs(by) * 100) + "%";
                case PLUS -> by == 0 ? "" : " " + sign() + amount(dimension);
            };
            return "baseline" + amount + (Double.isNaN(resolved) ? "" : " (" + rounded(dimension) + ")");
        }

        private String sign() {
            return by < 0 ? "-" : "+";
        }

        private String amount(Dimension dimension) {
            double size = Math.abs(by);
            return switch (dimension) {
                case SHARE -> Quantity.number(size * 100) + "pt";
                case INSTANT -> Quantity.text(Dimension.TIME, size);
                default -> Quantity.text(dimension, size);
            };
        }

        private String rounded(Dimension dimension) {
            if (Double.isInfinite(resolved)) {
                return Quantity.text(dimension, resolved);
            }
            return switch (dimension) {
                case SHARE -> Quantity.text(dimension, Math.round(resolved * 1e5) / 1e5);
                case INSTANT -> "+" + Spans.text(Math.round(resolved) * 1_000_000_000L);
                case TIME ->
                    Quantity.text(
                            dimension, Math.abs(resolved) >= 60 ? Math.round(resolved) : significant(resolved, 3));
                default -> Quantity.text(dimension, significant(resolved, 6));
            };
        }

        private static double significant(double value, int digits) {
            return new BigDecimal(value, new MathContext(digits)).doubleValue();
        }
    }

    /** Returns the number {@code value}. */
    static Limit of(double value) {
        return new Value(value);
    }

    /** Returns the time of day {@code time}. */
    static Limit at(String time) {
        return new Time(Anchor.at(time));
    }

    /** Returns what an earlier run observed. */
    static Limit baseline() {
        return baseline(Baseline.Change.PLUS, 0);
    }

    /** Returns what an earlier run observed, changed. */
    static Limit baseline(Baseline.Change change, double by) {
        return new Baseline(change, by, Double.NaN);
    }
}
