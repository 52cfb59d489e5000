package dev.foreshock.engine.performance;

/**
 * The model that all three simulate: Poisson arrivals; the server with the fewest requests in system, of equals the first; one
 * worker each, first come, first served; then a pool of database connections, first come, first served.
 *
 * @param hasTimeouts whether each request has a timer, after which its client no longer waits; the work goes on
 */
record Tandem(boolean hasTimeouts) {
    static final double PER_SECOND = 800;
    static final int SERVERS = 8;
    static final double WORK_SECONDS = 0.008;
    static final int CONNECTIONS = 20;
    static final double QUERY_SECONDS = 0.020;
    static final double TIMEOUT_SECONDS = 1;
}
