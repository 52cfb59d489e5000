package dev.foreshock.engine.internal.steady;

/**
 * Finds where the warm-up of a run ends by MSER-5: over means {@code y(1..m)} of five observations each, it deletes the {@code d}
 * that make {@code sum over i > d of (y(i) - mean of y(d+1..m))^2 / (m - d)^2} least, the square of the standard error of what is
 * left if it were independent; of equal ones the first (White 1997, An effective truncation heuristic for bias reduction in
 * simulation output; White, Cobb and Spratt 2000, A comparison of five steady-state truncation heuristics for simulation). Only the
 * first half is searched: if the least lies at its end, the series was still on its way, or is never steady.
 *
 * @param deleted how many observations are deleted, from the first on; a multiple of {@link #GROUP}
 * @param isFound whether the series settled, so that the least lies before the end of the first half
 */
public record Mser(int deleted, boolean isFound) {
    /** How many observations are put together. */
    public static final int GROUP = 5;

    private static final int FEWEST = 4;

    /**
     * Returns the end of the warm-up of {@code observations}; those after the last whole group do not count.
     *
     * @throws IllegalArgumentException if there are fewer than 20 observations, or one is not finite
     */
    public static Mser of(double... observations) {
        double[] means = groups(observations);
        int half = means.length / 2;
        double mean = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        int best = half;
        for (int d = means.length - 1; d >= 0; d--) { // Welford's recurrence from the end: nothing cancels out
            int n = means.length - d;
            double off = means[d] - mean;
            mean += off / n;
            squares += off * (means[d] - mean);
            double error = squares / ((double) n * n);
            if (d <= half && error <= least) {
                least = error;
                best = d;
            }
        }
        return new Mser(best * GROUP, best < half);
    }

    /**
     * Returns the means of {@link #GROUP} observations each that it looks at; those after the last whole group are in none.
     *
     * @throws IllegalArgumentException if there are fewer than 20 observations, or one is not finite
     */
    static double[] groups(double... observations) {
        if (observations.length < FEWEST * GROUP) {
            throw new IllegalArgumentException("a series must have at least " + FEWEST * GROUP
                    + " observations for its warm-up to be found, but had " + observations.length);
        }
        double[] means = new double[observations.length / GROUP];
        for (int i = 0; i < means.length * GROUP; i++) {
            if (!Double.isFinite(observations[i])) {
                throw new IllegalArgumentException(
                        "an observation must be finite, but number " + i + " was " + observations[i]);
            }
            means[i / GROUP] += observations[i] / GROUP;
        }
        return means;
    }
}
