package dev.foreshock.engine.arrival;

/**
 * The arrivals of one class of users in one replication, counted in the number of arrivals that the traffic has by then: in
 * this time the rate is 1. Owned by one thread.
 */
@FunctionalInterface
public interface ArrivalProcess {
    /**
     * Returns the position of an arrival.
     *
     * @param position the position of the arrival before; 0 for the first
     * @param user the number of the user who comes, from 0
     * @param traffic the traffic
     */
    double next(double position, int user, Traffic traffic);

    /** The traffic of a class of users, added up over time. */
    @FunctionalInterface
    interface Traffic {
        /** Returns the number of arrivals that are expected before {@code nanos}. */
        double expectedAt(long nanos);
    }
}
