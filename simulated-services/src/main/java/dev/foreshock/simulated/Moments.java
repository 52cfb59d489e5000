package dev.foreshock.simulated;

/**
 * The mean of numbers and how far they are from it, without the numbers.
 *
 * @param samples how many there are
 * @param mean their mean
 * @param squares the sum of the squares of what each differs from the mean
 */
public record Moments(long samples, double mean, double squares) {
    /** Those of no number. */
    public static final Moments NONE = new Moments(0, 0, 0);

    /** Returns those of one more (Welford 1962, Note on a method for calculating corrected sums of squares and products). */
    public Moments with(double value) {
        long n = samples + 1;
        double off = value - mean;
        double next = mean + off / n;
        return new Moments(n, next, squares + off * (value - next));
    }

    /** Returns those of these numbers and others (Chan, Golub and LeVeque 1979, Updating formulae and a pairwise algorithm for computing sample variances). */
    public Moments and(Moments other) {
        long n = samples + other.samples;
        if (n == 0) {
            return NONE;
        }
        double apart = other.mean - mean;
        return new Moments(
                n,
                mean + apart * other.samples / n,
                squares + other.squares + apart * apart * samples * other.samples / n);
    }

    /** Returns those without {@code earlier} numbers, which are some of these: the inverse of {@link #and}. */
    public Moments without(Moments earlier) {
        long n = samples - earlier.samples;
        if (n <= 0) {
            return NONE;
        }
        double rest = (mean * samples - earlier.mean * earlier.samples) / n;
        double apart = rest - earlier.mean;
        double left = squares - earlier.squares - apart * apart * earlier.samples * n / samples;
        return new Moments(n, rest, Math.max(0, left));
    }

    /** Returns the variance of the numbers that these are a sample of; none with fewer than two. */
    public double variance() {
        return samples < 2 ? Double.NaN : squares / (samples - 1);
    }
}
