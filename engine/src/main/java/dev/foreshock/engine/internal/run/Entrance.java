package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.Hop;
import java.util.HashMap;
import java.util.Map;

/** Where calls from other parts come in. It takes no time and decides nothing. */
final class Entrance {
    private final World world;
    private final Beyond beyond;
    private final Map<Integer, Route> goingOn = new HashMap<>();
    private final Map<Integer, Route> stopping = new HashMap<>();
    private final Map<Integer, Long> tickets = new HashMap<>();
    private final Map<Long, Visitor> visitors = new HashMap<>();
    private int last;

    /** A call from elsewhere: its number here, and that of whoever waits for it. */
    private record Visitor(int call, int owner) {}

    Entrance(World world, Beyond beyond) {
        this.world = world;
        this.beyond = beyond;
    }

    /** Takes a call. */
    void arrive(long ticket, Hop hop) {
        CallSpec plain = CallSpec.plain().passingDeadline();
        int to = hop.checks() ? world.checkups.pulseOf(hop.to()) : world.numberOf(hop.to());
        Route route = hop.stops()
                ? stopping.computeIfAbsent(to, target -> route(target, plain.cancelling()))
                : goingOn.computeIfAbsent(to, target -> route(target, plain));
        int owner = ++last;
        tickets.put(owner, ticket);
        long now = world.kernel.nowNanos();
        long deadline = hop.usefulNanos() == Long.MAX_VALUE ? Long.MAX_VALUE : now + hop.usefulNanos();
        int request = hop.request().isEmpty() ? 0 : world.requestNumber(hop.request());
        int call = world.switchboard.callFromOutside(
                route, owner, hop.key(), hop.wish(), hop.session(), request, deadline);
        visitors.put(ticket, new Visitor(call, owner));
    }

    private Route route(int to, CallSpec spec) {
        return new Route(world.switchboard, world.streams, "entrance", spec, to, (owner, outcome, now) -> {
            Long ticket = tickets.remove(owner);
            if (ticket != null) {
                visitors.remove(ticket);
                beyond.answer(ticket, outcome);
            }
        });
    }

    /** Handles that nobody waits for a call any more and that its work is to stop. */
    void stop(long ticket) {
        Visitor visitor = visitors.remove(ticket);
        if (visitor != null) {
            tickets.remove(visitor.owner);
            world.switchboard.giveUp(visitor.call);
        }
    }
}
