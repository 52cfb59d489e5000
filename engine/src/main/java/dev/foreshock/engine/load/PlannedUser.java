package dev.foreshock.engine.load;

import java.util.List;

/**
 * A user who will come.
 *
 * @param users the class of users
 * @param session the number of the user's session, as the calls of the user have it
 * @param atNanos when the user asks for the first page, since the start of the run
 * @param requests the class of requests of each page that the user would ask for until the end if all were answered soon; empty names
 *     where requests are of no class
 */
public record PlannedUser(String users, long session, long atNanos, List<String> requests) {
    /** Copies the list. */
    public PlannedUser {
        requests = List.copyOf(requests);
    }
}
