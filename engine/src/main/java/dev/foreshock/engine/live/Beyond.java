package dev.foreshock.engine.live;

import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;

/**
 * What a part asks of the world outside it. Called by the thread that runs the part, from within its methods: nothing may call the part
 * back before it has returned. A ticket names one call between two parts; the part that sends it chooses it.
 */
public interface Beyond {
    /** Sends a call; its answer comes back by {@link Part#answered}. */
    void send(long ticket, Hop hop);

    /** Says that nobody waits for a call that was sent, and that its work is to be stopped. */
    void stop(long ticket);

    /** Answers a call that came in. */
    void answer(long ticket, Outcome outcome);

    /** Has something done to a component elsewhere; that a fault is ended, all components are told. */
    void act(Action action);
}
