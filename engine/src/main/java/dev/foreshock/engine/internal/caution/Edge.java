package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.call.CallSpec;

/**
 * A way that calls take from a component to another.
 *
 * @param from the caller
 * @param name the call's name
 * @param to the component called
 * @param path where it is described
 * @param call how it is called
 * @param ever whether it is ever taken: its share is more than nothing, now or after a step of the runbook
 */
record Edge(String from, String name, String to, String path, CallSpec call, boolean ever) {
    /** Tells whether requests of a class take it; {@code ""} for those of none. */
    boolean isTakenBy(String request) {
        return call.forRequests().isEmpty() || call.forRequests().contains(request);
    }
}
