package dev.foreshock.engine.policy;

/**
 * Chooses among things by weight. One random number always means the same thing while the weights stay, and as few
 * numbers as possible change their meaning when they move. Immutable.
 */
public final class WeightedChoice {
    private final double[] upTo;

    /** Creates a choice among {@code weights.length} things; the weights are relative. */
    public WeightedChoice(double[] weights) {
        upTo = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
        for (int i = 0; i < weights.length; i++) {
            upTo[i] /= sum;
        }
    }

    /** Returns the index that {@code uniform}, a number in [0, 1), falls on. */
    public int choose(double uniform) {
        int i = 0;
        while (i < upTo.length - 1 && uniform >= upTo[i]) {
            i++;
        }
        return i;
    }
}
