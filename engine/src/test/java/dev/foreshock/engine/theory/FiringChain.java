package dev.foreshock.engine.theory;

import dev.foreshock.engine.policy.Detector;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How many looks it takes until a detector fires when each is a breach by chance: a Markov chain whose states are the last few looks, and whose
 * moves are what the detector itself does after them. For alarms too seldom to be waited for.
 */
final class FiringChain {
    private static final long LOOK_NANOS = 60_000_000_000L;

    private final double chance;
    private final boolean[] firesAfterBreach;

    /** Creates a chain of a detector that remembers so many looks, of one minute each. */
    FiringChain(Supplier<Detector> detector, int remembers, double chance) {
        this.chance = chance;
        firesAfterBreach = new boolean[1 << remembers];
        for (int state = 0; state < firesAfterBreach.length; state++) {
            firesAfterBreach[state] = fires(detector.get(), state, remembers);
        }
    }

    /** Tells whether it fires with a breach after the looks in {@code state}, the oldest in its highest bit. */
    private static boolean fires(Detector detector, int state, int remembers) {
        long good = 0;
        boolean fires = false;
        for (int look = 1; look <= remembers + 1; look++) {
            boolean isBreach = look > remembers || (state >> (remembers - look) & 1) == 1;
            good += isBreach ? 0 : 1000;
            fires = detector.sample(look * LOOK_NANOS, isBreach ? 0 : 1, good, 1000L * look);
        }
        return fires;
    }

    private int after(int state, int breach) {
        return (state << 1 | breach) & (firesAfterBreach.length - 1);
    }

    /** Returns the mean number of looks: the solution of {@code m = 1 + P m}. */
    double mean() {
        int states = firesAfterBreach.length;
        RealMatrix system = new Array2DRowRealMatrix(states, states);
        for (int state = 0; state < states; state++) {
            system.addToEntry(state, state, 1);
            system.addToEntry(state, after(state, 0), -(1 - chance));
            if (!firesAfterBreach[state]) {
                system.addToEntry(state, after(state, 1), -chance);
            }
        }
        double[] ones = new double[states];
        Arrays.fill(ones, 1);
        return new LUDecomposition(system)
                .getSolver()
                .solve(new ArrayRealVector(ones))
                .getEntry(0);
    }

    /** Returns the number of looks within which it has fired with probability {@code q}. */
    long quantile(double q) {
        double[] at = new double[firesAfterBreach.length];
        at[0] = 1;
        long looks = 0;
        for (double left = 1; 1 - left < q; left = Arrays.stream(at).sum()) {
            double[] then = new double[at.length];
            for (int state = 0; state < at.length; state++) {
                then[after(state, 0)] += at[state] * (1 - chance);
                then[after(state, 1)] += firesAfterBreach[state] ? 0 : at[state] * chance;
            }
            at = then;
            looks++;
        }
        return looks;
    }
}
