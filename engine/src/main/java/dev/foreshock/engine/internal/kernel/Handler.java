package dev.foreshock.engine.internal.kernel;

/** A component as the kernel sees it: primitive arguments in, nothing out, nothing allocated. */
@FunctionalInterface
public interface Handler {
    /**
     * Handles one event.
     *
     * @param op what to do, the handler's own code
     * @param arg on what, usually a slot of the handler's own table
     * @param nowNanos the current simulated time
     */
    void on(int op, int arg, long nowNanos);
}
