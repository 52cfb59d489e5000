package dev.foreshock.engine.theory;

import java.util.function.ToDoubleFunction;

/** How one metric is checked. */
sealed interface Check {
    /** Returns the class of the row. */
    RowClass rowClass();

    /**
     * Read from what was seen of every replication.
     *
     * @param rowClass the class of the row
     * @param reading the value in one replication, in units of the table
     * @param tolerance how far the mean may lie from the value, as a share of it
     */
    record Sampled(RowClass rowClass, ToDoubleFunction<Observation> reading, double tolerance) implements Check {
        /**
         * Returns how many times longer the runs must be for three standard errors to lie within the tolerance: the variance of
         * a mean falls with the length.
         */
        double lengthening(double[] samples, double truth) {
            if (rowClass == RowClass.BOUND
                    || rowClass == RowClass.LIMIT
                    || rowClass == RowClass.EXACT
                    || Double.isInfinite(truth)) {
                return 1;
            }
            double error =
                    new org.apache.commons.math3.stat.descriptive.DescriptiveStatistics(samples).getStandardDeviation()
                            / Math.sqrt(samples.length);
            double scale = rowClass == RowClass.RARE ? 1 : Math.abs(truth);
            double wanted = tolerance * scale / 3;
            return wanted > 0 ? error * error / (wanted * wanted) : 1;
        }
    }

    /**
     * Computed by the engine without chance.
     *
     * @param rowClass the class of the row
     * @param value what the engine gives
     * @param tolerance how far it may lie from the value, as a share of it
     */
    record Computed(RowClass rowClass, double value, double tolerance) implements Check {}

    /**
     * Not checked.
     *
     * @param reason why
     */
    record Open(String reason) implements Check {
        @Override
        public RowClass rowClass() {
            return RowClass.OPEN;
        }
    }

    static Check mean(double tolerance, ToDoubleFunction<Observation> reading) {
        return new Sampled(RowClass.MEAN, reading, tolerance);
    }

    static Check quantile(double tolerance, ToDoubleFunction<Observation> reading) {
        return new Sampled(RowClass.QUANTILE, reading, 2 * tolerance);
    }

    static Check limit(double tolerance, ToDoubleFunction<Observation> reading) {
        return new Sampled(RowClass.LIMIT, reading, tolerance);
    }

    static Check function(double value) {
        return new Computed(RowClass.FUNCTION, value, 1e-9);
    }
}
