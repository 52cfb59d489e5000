package dev.foreshock.engine.forecast;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.result.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down what users get in each phase of a run, in either world. Not thread-safe.
 */
public final class PhaseBook implements Probe {
    private final List<Phase> phases;
    private final Page[] pages;

    /** What is known of one phase. */
    private static final class Page {
        private long good;
        private long[] tookNanos = new long[256];
        private int ended;
        private long firstFailure = -1;
        private long lastFailure = -1;

        void ended(Outcome outcome, long took, long sentAt) {
            if (ended == tookNanos.length) {
                tookNanos = Arrays.copyOf(tookNanos, 2 * ended);
            }
            tookNanos[ended++] = took;
            if (outcome == Outcome.OK) {
                good++;
            } else {
                firstFailure = firstFailure < 0 ? sentAt : Math.min(firstFailure, sentAt);
                lastFailure = Math.max(lastFailure, sentAt);
            }
        }

        /** Returns a quantile by order: the smallest time that at least this share is not above. */
        double seconds(double share) {
            long[] sorted = Arrays.copyOf(tookNanos, ended);
            Arrays.sort(sorted);
            return sorted[Math.max(0, (int) Math.ceil(share * ended) - 1)] / 1e9;
        }
    }

    /** Creates an empty book. */
    public PhaseBook(List<Phase> phases) {
        this.phases = List.copyOf(phases);
        pages = phases.stream().map(phase -> new Page()).toArray(Page[]::new);
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        long sentAt = nowNanos - tookNanos;
        for (int i = 0; i < pages.length; i++) {
            if (sentAt < phases.get(i).untilNanos() || i + 1 == pages.length) {
                pages[i].ended(outcome, tookNanos, sentAt);
                return;
            }
        }
    }

    /** Returns all figures that were observed, in order; those of which nothing was seen are absent. */
    public Map<Figure, Double> figures() {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        for (int i = 0; i < pages.length; i++) {
            Phase phase = phases.get(i);
            Page page = pages[i];
            double seconds = (phase.untilNanos() - phase.fromNanos()) / 1e9;
            figures.put(new Figure(phase.name(), Kind.GOODPUT), page.good / seconds);
            if (page.ended > 0) {
                figures.put(new Figure(phase.name(), Kind.MEDIAN), page.seconds(0.5));
                figures.put(new Figure(phase.name(), Kind.P99), page.seconds(0.99));
            }
            if (page.lastFailure >= 0) {
                double from = phase.fromNanos();
                figures.put(new Figure(phase.name(), Kind.FIRST_FAILURE), (page.firstFailure - from) / 1e9);
                figures.put(new Figure(phase.name(), Kind.LAST_FAILURE), (page.lastFailure - from) / 1e9);
            }
        }
        return figures;
    }
}
