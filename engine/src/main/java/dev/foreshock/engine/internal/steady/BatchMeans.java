package dev.foreshock.engine.internal.steady;

import dev.foreshock.engine.result.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The mean of a steady series with an interval that holds although neighbors in it hang together: Student's over {@value #BATCHES}
 * batches of equal length (Schmeiser 1982, Batch size effects in the analysis of simulation output: more than 30 gain nothing).
 *
 * <p>So few batches show no correlation that would still hurt, so shorter ones are asked: starting with {@value #SHORTEST}, batches are
 * doubled in length until von Neumann's ratio finds nothing at 5 %. The interval is to be trusted if batches of at most a quarter of
 * the length do (Law and Carson 1979 ask shorter ones as well).
 *
 * @param mean the mean and its interval of 95 %, or a figure whose interval comes of that of a mean
 * @param correlation the correlation of a batch with the next
 * @param factor how many times as long the series would have to be: 1 if the interval is to be trusted. Where even the batches of
 *     the interval hang together, at least so many times
 * @param seen what was seen in each batch of the interval, in order; not a number where there was nothing to see
 */
public record BatchMeans(Estimate mean, double correlation, int factor, List<Double> seen) {
    /** How many batches an interval rests on. */
    public static final int BATCHES = 20;

    /** Into how many parts a series is cut. */
    public static final int SHORTEST = 320;

    /** How many parts a batch is of. */
    static final int PARTS = SHORTEST / BATCHES;

    private static final int INDEPENDENT = 4 * BATCHES;
    private static final double ERROR = 0.05;

    /**
     * Returns the estimate from the means of {@value #SHORTEST} parts of equal length, in order.
     *
     * @throws IllegalArgumentException if there is another number of parts
     */
    public static BatchMeans of(double... parts) {
        if (parts.length != SHORTEST) {
            throw new IllegalArgumentException(
                    "a series must come in " + SHORTEST + " parts, but came in " + parts.length);
        }
        double[] batches = parts;
        while (batches.length > BATCHES && isCorrelated(batches)) {
            batches = doubled(batches);
        }
        int factor = Math.max(1, INDEPENDENT / batches.length) * (isCorrelated(batches) ? 2 : 1);
        double[] longest = parts;
        while (longest.length > BATCHES) {
            longest = doubled(longest);
        }
        return new BatchMeans(
                Estimate.mean(longest),
                correlation(longest),
                factor,
                Arrays.stream(longest).boxed().toList());
    }

    /**
     * Returns the estimate of a ratio of sums, by the delta method ({@link Recorder#ratio}); what was seen in a batch is its own ratio, so
     * that no share of one is above 1.
     */
    static BatchMeans ofRatio(double[] above, double... below) {
        double[] tops = new double[BATCHES];
        double[] bottoms = new double[BATCHES];
        for (int i = 0; i < above.length; i++) {
            tops[i / PARTS] += above[i];
            bottoms[i / PARTS] += below[i];
        }
        List<Double> seen = IntStream.range(0, BATCHES)
                .mapToObj(batch -> bottoms[batch] > 0 ? tops[batch] / bottoms[batch] : Double.NaN)
                .toList();
        BatchMeans means = of(Recorder.ratio(above, below));
        return means.of(means.mean, seen);
    }

    /** Returns what is said of another figure whose interval comes of this one's. */
    BatchMeans of(Estimate figure, List<Double> figures) {
        return new BatchMeans(figure, correlation, factor, figures);
    }

    /** Tells whether the batches do not hang together, so that the interval is what it says. */
    public boolean isTrusted() {
        return factor == 1;
    }

    /**
     * Tells whether von Neumann's ratio {@code sum (y(i) - y(i+1))^2 / sum (y(i) - mean)^2} is too small for independent batches at 5 %.
     * Of n it is {@code 2} in the mean with variance {@code 4 (n - 2) / (n^2 - 1)}, nearly normal (von Neumann 1941, Distribution of the ratio
     * of the mean square successive difference to the variance).
     */
    static boolean isCorrelated(double... batches) {
        double squares = squares(batches);
        if (squares == 0) {
            return false;
        }
        double steps = 0;
        for (int i = 1; i < batches.length; i++) {
            steps += (batches[i] - batches[i - 1]) * (batches[i] - batches[i - 1]);
        }
        double n = batches.length;
        double deviation = StrictMath.sqrt(4 * (n - 2) / (n * n - 1));
        double least = new NormalDistribution(null, 2, deviation).inverseCumulativeProbability(ERROR);
        return steps / squares < least;
    }

    private static double correlation(double... batches) {
        double squares = squares(batches);
        double mean = mean(batches);
        double products = 0;
        for (int i = 1; i < batches.length; i++) {
            products += (batches[i] - mean) * (batches[i - 1] - mean);
        }
        return squares == 0 ? 0 : products / squares;
    }

    private static double squares(double... batches) {
        double mean = mean(batches);
        double squares = 0;
        for (double batch : batches) {
            squares += (batch - mean) * (batch - mean);
        }
        return squares;
    }

    private static double mean(double... batches) {
        double sum = 0;
        for (double batch : batches) {
            sum += batch;
        }
        return sum / batches.length;
    }

    private static double[] doubled(double... batches) {
        double[] doubled = new double[batches.length / 2];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = (batches[2 * i] + batches[2 * i + 1]) / 2;
        }
        return doubled;
    }
}
