package dev.foreshock.engine.result;

/**
 * The users of a run.
 *
 * @param total the population: users with a request in the window that the scenario defines
 * @param affected those of them with a page view that finally failed or took too long
 */
public record Users(long total, long affected) {
    /** Returns affected users as a share of the population; NaN if there is nobody. */
    public double affectedShare() {
        return total == 0 ? Double.NaN : (double) affected / total;
    }
}
