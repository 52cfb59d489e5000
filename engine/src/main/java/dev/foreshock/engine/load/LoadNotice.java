package dev.foreshock.engine.load;

import java.util.List;

/** What whoever sends the requests of users tells the conductor. */
public sealed interface LoadNotice {
    /** The version of what both tell each other. One who was built earlier may have another. */
    int VERSION = 1;

    /**
     * It is there, and waits for the first run.
     *
     * @param version its {@link #VERSION}
     */
    record Ready(int version) implements LoadNotice {}

    /**
     * A request ended.
     *
     * @param ticket names it
     * @param status the status of its answer, 0 if there was none
     * @param outcome what the answer said of how it ended, empty if nothing
     * @param insideNanos how long the answer said that it was in the component, or -1 if nothing
     */
    record Answered(long ticket, int status, String outcome, long insideNanos) implements LoadNotice {}

    /**
     * The run ended.
     *
     * @param directory what was written down of it; empty if it failed
     * @param trouble why it failed; empty if it did not
     */
    record Over(String directory, String trouble) implements LoadNotice {}

    /** Returns all kinds, each of which is known by its simple name. */
    static List<Class<? extends LoadNotice>> kinds() {
        return List.of(Ready.class, Answered.class, Over.class);
    }
}
