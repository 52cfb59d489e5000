package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.internal.calls.Switchboard;
import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import java.util.HashMap;
import java.util.Map;

/** Stands for a component that is elsewhere: sends on what reaches it, and answers when it is answered. */
final class Remote implements Component {
    private final String name;
    private final World world;
    private final Tickets tickets;
    private final Beyond beyond;
    private final boolean isPulse;
    private final Map<Integer, Long> ticketsByCall = new HashMap<>();

    Remote(String name, World world, Tickets tickets, Beyond beyond) {
        this(name, world, tickets, beyond, false);
    }

    private Remote(String name, World world, Tickets tickets, Beyond beyond, boolean isPulse) {
        this.isPulse = isPulse;
        this.name = name;
        this.world = world;
        this.tickets = tickets;
        this.beyond = beyond;
    }

    /** Returns what shallow checks of the component go to. */
    Remote pulse() {
        return new Remote(name, world, tickets, beyond, true);
    }

    @Override
    public void arrive(int call, long nowNanos) {
        Switchboard calls = world.switchboard;
        Route way = calls.wayOf(call);
        long deadline = calls.deadlineNanos(call);
        long ticket = tickets.take(this, call);
        ticketsByCall.put(call, ticket);
        beyond.send(
                ticket,
                new Hop(
                        world.nameOf(way),
                        name,
                        calls.key(call),
                        calls.wish(call),
                        calls.session(call),
                        world.requestName(calls.request(call)),
                        deadline == Long.MAX_VALUE ? deadline : deadline - nowNanos,
                        way.stopsWork(),
                        isPulse));
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        beyond.stop(tickets.give(forget(call)));
        world.switchboard.respond(call, Outcome.CANCELLED);
    }

    /** Takes the answer to a call that was sent. */
    void answered(int call, Outcome outcome) {
        forget(call);
        world.switchboard.respond(call, outcome);
    }

    private long forget(int call) {
        Long ticket = ticketsByCall.remove(call);
        if (ticket == null) {
            throw new IllegalStateException("a call must be under way to be forgotten, but " + call + " was not");
        }
        return ticket;
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        beyond.act(action);
    }

    @Override
    public int holding() {
        return ticketsByCall.size();
    }
}
