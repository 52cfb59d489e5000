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
    /** The counts of each bin, by counter. */
    private long[][] bins;

    private long binNanos;
    private int used;
    private long lastStart;
    private long lastEnd;
    private long[] last = new long[0];

    BinnedCounts(int counters, long binNanos, int maxBins) {
        this.counters = counters;
        this.binNanos = binNanos;
        this.maxBins = maxBins;
        bins = new long[Math.min(64, maxBins)][];
    }

    void add(int counter, long atNanos, long count) {
        at(atNanos)[counter] += count;
    }

    /** Adds all counts of one counter of {@code other}. */
    void addAll(int counter, BinnedCounts other) {
        for (int bin = 0; bin < other.used; bin++) {
            add(counter, bin * other.binNanos, other.bins[bin][counter]);
        }
    }

    /** Makes sure that there is a bin for {@code atNanos}, and returns its counts, to be added to at once. */
    long[] at(long atNanos) {
        if (atNanos < lastStart || atNanos >= lastEnd) {
            last = find(atNanos);
        }
        return last;
    }

    private long[] find(long atNanos) {
        while (atNanos / binNanos >= maxBins) {
            fold();
        }
        int bin = (int) (atNanos / binNanos);
        if (bin >= bins.length) {
            bins = Arrays.copyOf(bins, Math.min(maxBins, Math.max(bin + 1, bins.length * 2)));
        }
        for (; used <= bin; used++) {
            bins[used] = new long[counters];
        }
        lastStart = bin * binNanos;
        lastEnd = lastStart + binNanos;
        return bins[bin];
    }

    private void fold() {
        binNanos *= 2;
        int folded = (used + 1) / 2;
        for (int bin = 0; bin < folded; bin++) {
            long[] first = bins[2 * bin];
            if (2 * bin + 1 < used) {
                long[] second = bins[2 * bin + 1];
                Arrays.setAll(first, counter -> first[counter] + second[counter]);
            }
            bins[bin] = first;
        }
        Arrays.fill(bins, folded, used, null);
        used = folded;
    }

    long get(int counter, int bin) {
        return bins[bin][counter];
    }

    int size() {
        return used;
    }

    long binNanos() {
        return binNanos;
    }

    List<Long> list(int counter) {
        return Arrays.stream(bins, 0, used).map(bin -> bin[counter]).toList();
    }
}
