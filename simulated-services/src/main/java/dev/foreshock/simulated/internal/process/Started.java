package dev.foreshock.simulated.internal.process;

/**
 * A service that was started, in this process or in one of its own.
 *
 * @param port where it listens on loopback
 * @param text what it is, for people
 * @param ends ends it
 */
public record Started(int port, String text, Runnable ends) {
    /** Returns where it listens, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }
}
