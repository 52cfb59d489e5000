package dev.foreshock.engine.internal.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.jspecify.annotations.Nullable;

/**
 * How much of the spread of a figure goes with each of some knobs, and with all together: the adjusted coefficient of determination
 * of the regression of ranks on ranks (Iman and Conover 1979), split by the product of each standardized coefficient and the
 * correlation, {@code b(j) r(j)}, which add up to the coefficient of determination (Hoffman 1960; Pratt 1987). The squared
 * coefficients (Saltelli and others, Global Sensitivity Analysis, 2008, section 1.2.5) are the same where knobs are drawn without
 * any correlation; with the little that some tens of draws have, their sum can pass what all explain. A share is 0 where the
 * coefficient is within two standard errors of 0.
 *
 * @param shares one for each knob, from 0 to 1; together no more than {@code explained}
 * @param rising whether the figure grows with the knob, all others alike; one for each knob
 * @param explained what all together explain, from 0 to 1
 */
record RankRegression(List<Double> shares, List<Boolean> rising, double explained) {
    private static final int LEAST_FREEDOM = 4;

    /** A coefficient of fewer standard errors is taken for chance, and its share for nothing. */
    private static final double SIGNIFICANT = 2;

    /**
     * Returns the regression of {@code y} on the columns {@code x}, or null if there are too few of them, or if one of them does
     * not vary.
     */
    static @Nullable RankRegression of(double[][] x, double[] y) {
        int n = y.length;
        int k = x.length;
        if (k == 0 || n < k + 1 + LEAST_FREEDOM || !varies(y)) {
            return null;
        }
        NaturalRanking ranking = new NaturalRanking();
        double[][] rows = new double[n][k];
        for (int j = 0; j < k; j++) {
            if (!varies(x[j])) {
                return null;
            }
            double[] ranks = standardized(ranking.rank(x[j]));
            for (int i = 0; i < n; i++) {
                rows[i][j] = ranks[i];
            }
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        double[] figure = standardized(ranking.rank(finite(y)));
        regression.newSampleData(figure, rows);
        try {
            double[] coefficients = regression.estimateRegressionParameters();
            double all = regression.calculateRSquared();
            double explained = Math.max(0, Math.min(1, regression.calculateAdjustedRSquared()));
            double unexplained = Math.max(0, 1 - all);
            double noise = SIGNIFICANT * SIGNIFICANT * unexplained / (n - k - 1);
            List<Double> shares = new ArrayList<>();
            List<Boolean> rising = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                double coefficient = coefficients[j + 1];
                rising.add(coefficient > 0);
                double part = coefficient * correlation(rows, j, figure);
                boolean isChance = coefficient * coefficient < noise || part <= 0 || all <= 0;
                shares.add(isChance ? 0 : Math.min(explained, part / all * explained));
            }
            return new RankRegression(shares, rising, explained);
        } catch (SingularMatrixException e) { // two knobs that go together in every draw
            return null;
        }
    }

    /** Returns the correlation of a column of standardized rows with a standardized figure. */
    private static double correlation(double[][] rows, int column, double[] figure) {
        double sum = 0;
        for (int i = 0; i < figure.length; i++) {
            sum += rows[i][column] * figure[i];
        }
        return sum / (figure.length - 1);
    }

    /** Ranks do not mind how far away the last one is. */
    private static double[] finite(double[] values) {
        return Arrays.stream(values)
                .map(value -> Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value)
                .toArray();
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).distinct().count() > 1;
    }

    private static double[] standardized(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = StrictMath.sqrt(squares / (values.length - 1));
        return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }
}
