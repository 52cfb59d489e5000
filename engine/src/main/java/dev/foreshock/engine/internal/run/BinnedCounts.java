package dev.foreshock.engine.internal.run;

import java.util.Arrays;
import java.util.List;

/**
 * Counters in bins of equal length, in bounded memory: when the bins are full, neighbors are added up and the bins are
 * twice as long.
 */
final class BinnedCounts {
    private final int counters;
    private final int maxBins;
    private long[][] bins;
    private long binNanos;
    private int used;
    private long lastStart;
    private long lastEnd;
    private int lastBin;

    BinnedCounts(int counters, long binNanos, int maxBins) {
        this.counters = counters;
        this.binNanos = binNanos;
        this.maxBins = maxBins;
        bins = new long[counters][Math.min(64, maxBins)];
    }

    void add(int counter, long atNanos, long count) {
        int bin = bin(atNanos); // may replace the arrays
        bins[counter][bin] += count;
    }

    /** Makes sure that there is a bin for {@code atNanos}, and returns it. */
    int bin(long atNanos) {
        if (atNanos < lastStart || atNanos >= lastEnd) {
            lastBin = findBin(atNanos);
            lastStart = lastBin * binNanos;
            lastEnd = lastStart + binNanos;
        }
        return lastBin;
    }

    private int findBin(long atNanos) {
        while (atNanos / binNanos >= maxBins) {
            fold();
        }
        int bin = (int) (atNanos / binNanos);
        if (bin >= used) {
            used = bin + 1;
            if (used > bins[0].length) {
                int size = Math.min(maxBins, Math.max(used, bins[0].length * 2));
                for (int counter = 0; counter < counters; counter++) {
                    bins[counter] = Arrays.copyOf(bins[counter], size);
                }
            }
        }
        return bin;
    }

    private void fold() {
        binNanos *= 2;
        int folded = (used + 1) / 2;
        for (long[] counts : bins) {
            for (int bin = 0; bin < folded; bin++) {
                long second = 2 * bin + 1 < used ? counts[2 * bin + 1] : 0;
                counts[bin] = counts[2 * bin] + second;
            }
            Arrays.fill(counts, folded, counts.length, 0);
        }
        used = folded;
    }

    long get(int counter, int bin) {
        return bins[counter][bin];
    }

    int size() {
        return used;
    }

    long binNanos() {
        return binNanos;
    }

    List<Long> list(int counter) {
        return Arrays.stream(bins[counter], 0, used).boxed().toList();
    }
}
