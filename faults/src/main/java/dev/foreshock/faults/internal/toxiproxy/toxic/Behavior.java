package dev.foreshock.faults.internal.toxiproxy.toxic;

/**
 * What a toxic does to one direction of one connection. It is told of one chunk at a time, and of the next only when it holds
 * none; whatever it does, it does through the lane. All calls come on the connection's own thread.
 */
public interface Behavior {
    /** Lets everything pass. */
    Behavior NOTHING = (chunk, lane) -> lane.forward(chunk);

    /** Called when the toxic starts on this lane, also after an update. */
    default void start(Lane lane) {}

    /** Called with the next bytes, which this must forward, hold or drop. */
    void chunk(Chunk chunk, Lane lane);

    /** Called when this closes its direction or resets the connection, just before. */
    default void closes() {}

    /** Called when this is replaced or taken away, or the connection is gone. It must not throw. */
    default void stop() {}

    /** Called when nothing more will come. */
    default void end(Lane lane) {
        lane.close();
    }
}
