package dev.foreshock.engine.replications;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of requests by the second in which they were sent, and the calls that reach each component. */
final class SecondBySecond implements Probe {
    private static final int MOST = 10_000;

    private final int[] sent = new int[MOST];
    private final int[] good = new int[MOST];
    private final Map<String, int[]> arrivals = new TreeMap<>();

    private static int second(long nanos) {
        return (int) (nanos / 1_000_000_000L);
    }

    @Override
    public void sent(String users, String request, long key, long nowNanos) {
        sent[second(nowNanos)]++;
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        good[second(nowNanos - tookNanos)] += outcome == Outcome.OK ? 1 : 0;
    }

    @Override
    public void arrived(String component, String request, long key, long nowNanos) {
        arrivals.computeIfAbsent(component, name -> new int[MOST])[second(nowNanos)]++;
    }

    /** Returns the calls to a component in each second between two. */
    double arrivalsPerSecond(String component, int from, int until) {
        double sum = 0;
        for (int second = from; second < until; second++) {
            sum += arrivals.get(component)[second];
        }
        return sum / (until - from);
    }

    /** Returns the seconds from {@code from} to the first window of which more than {@code share} was answered; infinite if none. */
    double firstGoodWindow(double from, double until, int length, double share) {
        for (int start = (int) from; start < until; start++) {
            double asked = 0;
            double answered = 0;
            for (int second = start; second < start + length; second++) {
                asked += sent[second];
                answered += good[second];
            }
            if (answered > share * asked) {
                return start - from;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
