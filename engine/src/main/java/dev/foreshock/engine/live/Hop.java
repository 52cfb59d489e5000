package dev.foreshock.engine.live;

/**
 * What of a call crosses from the part that makes it to the part that answers it.
 *
 * @param from the call, as {@code component.call}, or {@code users.class} for a user's: what faults are on
 * @param to the component called
 * @param key names the call in its replication, as in the simulator
 * @param wish names what it asks for: the key of its first try
 * @param session the number of the user's session
 * @param request the class of requests, empty if it has none
 * @param usefulNanos how long an answer is of use, from now; {@link Long#MAX_VALUE} if nothing was said
 * @param stops whether the work is to be stopped when the caller no longer waits
 * @param checks whether it is a shallow health check, which is answered beside all work
 */
public record Hop(
        String from,
        String to,
        long key,
        long wish,
        long session,
        String request,
        long usefulNanos,
        boolean stops,
        boolean checks) {
    /** Returns this call, to another component. */
    public Hop to(String component) {
        return new Hop(from, component, key, wish, session, request, usefulNanos, stops, checks);
    }
}
