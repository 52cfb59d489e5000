package dev.foreshock.engine.load;

/**
 * What a load generator wrote down of the requests that it sent for the users of a run.
 *
 * @param by the generator and its version
 * @param directory where it did
 * @param users the users who came, all of whom were planned
 * @param requests the requests that it sent
 * @param lateNanos by how much 99 % of the requests at most were sent later than intended
 * @param mostLateNanos by how much the latest was
 */
public record LoadSeen(String by, String directory, long users, long requests, long lateNanos, long mostLateNanos) {
    /** Returns a sentence about it. */
    public String text() {
        return by + ": " + users + " users came and " + requests
                + " requests were sent as planned, 99 % of them at most " + millis(lateNanos) + " ms late, the latest "
                + millis(mostLateNanos) + " ms; " + directory;
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }
}
