package dev.foreshock.engine.load;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the conductor tells whoever sends the requests of users. */
public sealed interface LoadOrder {
    /**
     * Begins a run, in place of none: the one before has ended.
     *
     * @param plan the file of the {@link PlannedUser users} who will come, one a line
     * @param startNanos the {@link System#nanoTime()} of time 0, one clock for all processes of a machine
     * @param results the directory for what is written down of the run
     * @param report whether to make a report for people too
     * @param headers the headers that every request has
     * @param outcome the header by which an answer says how the request ended; one that says nothing is judged by its status
     * @param good what that header says of an answer that is as wanted
     * @param inside the header by which an answer says how many nanoseconds the request was in the component
     * @param patienceNanos how long a request is waited for, by class of users
     */
    record Run(
            String plan,
            long startNanos,
            String results,
            boolean report,
            Map<String, String> headers,
            String outcome,
            String good,
            String inside,
            Map<String, Long> patienceNanos)
            implements LoadOrder {
        /** Copies the maps. */
        public Run {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
            patienceNanos = Collections.unmodifiableMap(new TreeMap<>(patienceNanos));
        }
    }

    /**
     * Has a user send a request now. It is answered by {@link LoadNotice.Answered}.
     *
     * @param ticket names it, unlike any other of the run
     * @param session the user's session
     * @param name what it is called in what is written down
     * @param url where it goes
     * @param body what is posted there
     */
    record Send(long ticket, long session, String name, String url, String body) implements LoadOrder {}

    /**
     * Has a user leave.
     *
     * @param session the user's session
     */
    record Leave(long session) implements LoadOrder {}

    /**
     * Ends the run. All users leave; the requests that are under way are waited for.
     *
     * @param atOnce whether also to forget those who have not come yet, and requests under way
     */
    record End(boolean atOnce) implements LoadOrder {}

    /** Returns all kinds, each of which is known by its simple name. */
    static List<Class<? extends LoadOrder>> kinds() {
        return List.of(Run.class, Send.class, Leave.class, End.class);
    }
}
