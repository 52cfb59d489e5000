package dev.foreshock.engine.reference;

import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is sent to a component: one sending of a call, or work that a queue took over from one. */
final class Request {
    /** Where it is. */
    enum Place {
        /** With its caller, who will send it or be told that it was turned away. */
        WITH_CALLER,
        /** In line for a connection, or opening one. */
        CONNECTING,
        /** On the way to the component. */
        OUTBOUND,
        /** In the component. */
        INSIDE,
        /** The answer is on the way back. */
        INBOUND,
        /** Nowhere: it or its answer got lost. */
        LOST
    }

    final Attempt attempt;
    final long session;

    /** The class of requests; empty for none. */
    final String kind;

    /** What names it in this replication. */
    long key;

    /** What names what it asks for: the key of the first try. */
    long wish;

    /** The time after which the component may drop it. */
    long deadline = Long.MAX_VALUE;

    Place place = Place.WITH_CALLER;
    Agenda.@Nullable Entry step;

    /** Why nobody waits for it any more; null while somebody does. */
    @Nullable
    Outcome givenUp;

    /** Whether the component was told, or will be, to stop the work. */
    boolean stopped;

    long arrived;
    int replica;

    /** What was sent for it and is not over, oldest first. */
    final List<Request> made = new ArrayList<>();

    /** The calls under way for it. */
    Errands.@Nullable Run errands;

    /** What the component that holds it keeps of it. */
    @Nullable
    Object note;

    Request(Attempt attempt, long key, long wish, long session, String kind) {
        this.attempt = attempt;
        this.key = key;
        this.wish = wish;
        this.session = session;
        this.kind = kind;
    }

    /** Has it arrive so much earlier than it is due, if it is on its way, but not before now. */
    void comesEarlier(long nanos) {
        if (place == Place.OUTBOUND && step != null) {
            step = step.earlier(nanos);
        }
    }

    Way way() {
        return attempt.way;
    }
}
