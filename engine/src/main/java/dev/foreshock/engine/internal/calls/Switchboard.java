package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.internal.kernel.Handler;
import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import org.jspecify.annotations.Nullable;

/**
 * Carries calls to components and answers back, with their timeouts and retries.
 *
 * <p>A node is one attempt. It goes from place to place: waiting to be sent again, waiting for a connection, on the way,
 * in the component, on the way back. Its caller may stop waiting at any place; the node then goes on by itself, or is
 * stopped where the call says so.
 *
 * <p>An answer reaches its caller by an event of its own, even without latency. So a component that answers is never called
 * back before it is done with what it does, and a chain of answers never grows the stack.
 */
public final class Switchboard extends WorkTakenOver implements Handler {
    private static final int ARRIVE = 0;
    private static final int DELIVER = 1;
    private static final int TIME_OUT = 2;
    private static final int SEND_AGAIN = 3;
    private static final int CONNECTED = 4;

    /** So many calls may arrive within one another; one more arrives by an event of its own, lest the stack overflow. */
    private static final int MOST_DEPTH = 200;

    private static final int TURN_AWAY = 5;
    private static final int HEDGE = 6;

    private static final long HEDGE_HASH = Streams.hash("hedge");

    private final Kernel kernel;
    private final KeyedRandom random;
    private final int handler;
    private int depth;
    private final Hedges hedges;
    private Component[] components = new Component[0];
    private Tally[] tallies = new Tally[0];
    Route[] routes = new Route[0];
    private @Nullable ProbedCalls probed;

    /** Creates a switchboard on {@code kernel}. */
    @SuppressWarnings("this-escape")
    public Switchboard(Kernel kernel, KeyedRandom random) {
        this.kernel = kernel;
        this.random = random;
        this.handler = kernel.register(this);
        hedges = new Hedges(kernel, handler, HEDGE);
    }

    /** Sets the components that calls can go to, by number, with the tally of each. */
    public void connect(Component[] toComponents, Tally[] countedBy) {
        components = toComponents;
        tallies = countedBy;
    }

    /** Tells {@code each} of every call from now on. */
    public void probed(ProbedCalls each) {
        probed = each;
    }

    /** Adds a route and returns its number. */
    int add(Route route) {
        int number = routes.length;
        routes = java.util.Arrays.copyOf(routes, number + 1);
        routes[number] = route;
        return number;
    }

    /**
     * Makes a call that no other call needs: a user's, or that of a component elsewhere.
     *
     * @param key identifies the call
     * @param wish identifies what it asks for: the key of the first try
     * @param request its class of requests, which every call made for it inherits; 0 for none
     * @param deadline the time after which its answer is of no use
     * @return its number, valid until the route's caller hears of its end or {@link #giveUp} is called
     */
    public int callFromOutside(Route route, int owner, long key, long wish, long session, int request, long deadline) {
        Node call = nodes.take();
        call.route = route;
        call.owner = owner;
        call.attempt = 0;
        call.repetition = 0;
        call.key = key;
        call.wish = wish;
        call.session = session;
        call.request = request;
        send(call, route, deadline);
        return call.number;
    }

    /** Stops waiting for a call from outside: its caller hears nothing of it, and the work stops where its route says so. */
    public void giveUp(int number) {
        Node call = nodes.at(number);
        letGo(call, call.way(), Outcome.CANCELLED, kernel.nowNanos());
    }

    /** Returns the way that a call goes which is under way. */
    public Route wayOf(int number) {
        return nodes.at(number).way();
    }

    void call(Route route, int of, int repetition) {
        Node parent = nodes.at(of);
        route.brakes.firstAttempt(parent);
        Node call = child(route, parent, repetition, 0);
        send(call, route, parent.deadline);
    }

    private Node child(Route route, Node parent, int repetition, int attempt) {
        Node call = nodes.take();
        call.route = route;
        call.owner = parent.number;
        call.attempt = attempt;
        call.repetition = repetition;
        long key = route.keyOf(parent.key, repetition, attempt);
        boolean isFirstTry = attempt == 0 && parent.wish == parent.key;
        call.key = key;
        call.wish = isFirstTry ? key : route.keyOf(parent.wish, repetition, 0);
        call.session = parent.session;
        call.request = parent.request;
        parent.adopt(call);
        return call;
    }

    private void send(Node call, Route route, long callersDeadline) {
        long now = kernel.nowNanos();
        if (!admit(call, route, now)) {
            call.place = Place.BACKING_OFF;
            call.step = kernel.at(now, handler, TURN_AWAY, call.number);
            return;
        }
        if (route.mostHedges > 0 && call.parent != null) {
            hedges.schedule(call, 0, now + route.hedgeNanos);
        }
        long until = route.timeoutNanos > 0 ? now + route.timeoutNanos : Long.MAX_VALUE;
        if (until != Long.MAX_VALUE) {
            call.timeout = kernel.at(until, handler, TIME_OUT, call.number);
        }
        launch(call, route, until, callersDeadline, now);
    }

    private boolean admit(Node call, Route route, long now) {
        Node parent = call.parent;
        if (parent == null || !route.brakes.mayTurnAway()) {
            return true;
        }
        boolean admits = route.brakes.admit(parent, now, KeyedRandom.uniform(route.throttleStream, call.key));
        if (!admits) {
            tallies[route.target].turnedAway();
        }
        return admits;
    }

    private void launch(Node call, Route route, long until, long callersDeadline, long now) {
        call.until = until;
        call.deadline = route.passDeadline ? Math.min(until, callersDeadline) : Long.MAX_VALUE;
        call.place = Place.CONNECTING;
        switch (route.link.acquire(call, now)) {
            case READY -> depart(call, route);
            case CONNECT -> call.step = kernel.at(now + route.link.connectNanos(), handler, CONNECTED, call.number);
            case WAIT -> {}
        }
    }

    /** Sends an attempt beside {@code call}, which has not ended, if it may and there is time left. */
    private void hedge(Node call, long now) {
        call.hedge = 0;
        Route route = call.way();
        Node parent = call.parent;
        boolean isOver = call.until <= now;
        if (parent == null || isOver || !route.brakes.allowHedge(parent)) {
            return;
        }
        int sent = call.hedgesSent + 1;
        Node again = child(route, parent, call.repetition, call.attempt);
        // A key of its own, which no retry has: hedging leaves the draws of all others as they were.
        again.key = KeyedRandom.key(again.key, HEDGE_HASH, sent);
        hedges.join(again, call);
        if (sent < route.mostHedges) {
            hedges.schedule(again, sent, now + route.hedgeNanos);
        }
        if (admit(again, route, now)) {
            tallies[route.target].hedged();
            launch(again, route, call.until, parent.deadline, now);
        } else if (hedges.othersGoOn(again)) {
            again.leaveParent();
            nodes.give(again);
        }
    }

    private void depart(Node call, Route route) {
        call.place = Place.OUTBOUND;
        long delay = route.link.latencyNanos(random, call.key, 0);
        if (!route.troubles().none()) {
            if (route.troubles().takes(call)) {
                return;
            }
            Troubles.Fate fate = route.troubles().fate(call.key);
            if (fate == Troubles.Fate.REFUSED || fate == Troubles.Fate.RESET) {
                answerOnTheWay(call, fate == Troubles.Fate.RESET ? Outcome.RESET : Outcome.REFUSED, delay);
                return;
            }
            delay += route.troubles().addedNanos(random, call, kernel);
        }
        if (delay == 0 && depth < MOST_DEPTH) {
            depth++;
            arrive(call, kernel.nowNanos());
            depth--;
        } else {
            call.arrived = kernel.nowNanos() + delay;
            call.step = kernel.at(call.arrived, handler, ARRIVE, call.number);
        }
    }

    /** Closes the connection of a call that got lost: its caller hears of it. */
    void close(Node call) {
        answerOnTheWay(call, Outcome.RESET, 0);
    }

    private void answerOnTheWay(Node call, Outcome outcome, long delay) {
        call.place = Place.INBOUND;
        call.outcome = outcome;
        long back = call.way().link.latencyNanos(random, call.key, 1);
        kernel.at(kernel.nowNanos() + delay + back, handler, DELIVER, call.number);
    }

    @Override
    public void on(int op, int number, long nowNanos) {
        Node call = nodes.at(number);
        switch (op) {
            case ARRIVE -> arrive(call, nowNanos);
            case DELIVER -> deliver(call, nowNanos);
            case TIME_OUT -> timeOut(call);
            case SEND_AGAIN -> send(call, call.way(), callersDeadline(call));
            case CONNECTED -> depart(call, call.way());
            case TURN_AWAY -> attemptOver(call, call.way(), Outcome.SHED, nowNanos);
            case HEDGE -> hedge(call, nowNanos);
            default -> throw new IllegalStateException("unknown operation " + op);
        }
    }

    private long callersDeadline(Node call) {
        Node parent = call.parent;
        return parent == null ? Long.MAX_VALUE : parent.deadline;
    }

    private void arrive(Node call, long now) {
        if (call.stopped) {
            nodes.give(call);
            return;
        }
        int target = call.way().target;
        call.place = Place.INSIDE;
        call.arrived = now;
        call.note = 0;
        tallies[target].arrived();
        if (probed != null) {
            probed.arrived(target, call.request, call.key, now);
        }
        if (call.abandoned) {
            tallies[target].givenUp(call.outcome, 0);
        }
        Troubles troubles = call.way().troubles();
        if (!troubles.none() && troubles.fate(call.key) == Troubles.Fate.ERROR) {
            respond(call.number, Outcome.ERROR);
        } else {
            components[target].arrive(call.number, now);
        }
    }

    @Override
    public void respond(int number, Outcome outcome) {
        Node call = nodes.at(number);
        if (call.place != Place.INSIDE) {
            throw new IllegalStateException("a call must be answered once, by the component that holds it, but call "
                    + number + " to component " + call.way().target + " was not there");
        }
        long now = kernel.nowNanos();
        Route route = call.way();
        boolean late = call.abandoned;
        tallies[route.target].answered(outcome, late, now - call.arrived);
        if (probed != null) {
            probed.answered(route.target, call.request, call.key, outcome, now - call.arrived, now);
        }
        if (call.firstChild != null) {
            forgetChildren(call);
        }
        call.place = Place.INBOUND;
        if (late) {
            nodes.give(call);
            return;
        }
        call.outcome = outcome;
        if (route.troubles().takes(call)) {
            return;
        }
        kernel.at(now + route.link.latencyNanos(random, call.key, 1), handler, DELIVER, call.number);
    }

    @Override
    Tally tallyOf(Node call) {
        return tallies[call.way().target];
    }

    private void deliver(Node call, long now) {
        if (call.abandoned) {
            nodes.give(call);
            return;
        }
        Outcome outcome = call.outcome;
        Route route = call.way();
        if (outcome != Outcome.OK) {
            handOverTimeout(call);
        }
        kernel.cancel(call.timeout);
        call.timeout = 0;
        if (outcome == Outcome.OK && route.mostHedges > 0) {
            letTwinsGo(call, route, now);
        }
        ended(call, route, outcome, now);
        release(route, outcome != Outcome.REFUSED && outcome != Outcome.RESET, now);
        attemptOver(call, route, outcome, now);
    }

    /** An attempt has one timeout, whatever was sent for it: the oldest sending that goes on carries it. */
    private void handOverTimeout(Node call) {
        Node next = call.twin;
        if (next != null && call.timeout != 0) {
            kernel.redirect(call.timeout, next.number);
            next.timeout = call.timeout;
            call.timeout = 0;
        }
    }

    private void release(Route route, boolean reusable, long now) {
        Node waiter = route.link.release(reusable, now);
        while (waiter != null) {
            if (route.link.handsOverOpen()) {
                depart(waiter, route);
            } else {
                waiter.step = kernel.at(now + route.link.connectNanos(), handler, CONNECTED, waiter.number);
            }
            waiter = route.link.next(now);
        }
    }

    private void timeOut(Node call) {
        call.timeout = 0;
        Route route = call.way();
        long now = kernel.nowNanos();
        ended(call, route, Outcome.TIMED_OUT, now);
        Node next = call.twin;
        if (next != null) { // an attempt has one timeout, whatever was sent for it
            letGo(call, route, Outcome.TIMED_OUT, now);
            timeOut(next);
            return;
        }
        Node again = retryFor(call, route);
        int owner = call.owner;
        letGo(call, route, Outcome.TIMED_OUT, now);
        if (again == null) {
            route.caller.returned(owner, Outcome.TIMED_OUT, now);
        }
    }

    private void ended(Node call, Route route, Outcome outcome, long now) {
        if (call.parent != null) {
            route.brakes.ended(call.parent, outcome, now);
        }
    }

    /** Stops waiting for those that were sent beside {@code call}, which has its answer, and for those still to be sent. */
    private void letTwinsGo(Node call, Route route, long now) {
        // Those without a connection first, lest they be handed one that is given back here.
        for (Node twin = call.twin, next; twin != call && twin != null; twin = next) {
            next = twin.twin;
            if (waitsForConnection(twin)) {
                letGo(twin, route, Outcome.CANCELLED, now);
            }
        }
        while (call.twin != null) {
            letGo(call.twin, route, Outcome.CANCELLED, now);
        }
        hedges.forget(call);
    }

    private void attemptOver(Node call, Route route, Outcome outcome, long now) {
        if (hedges.othersGoOn(call)) {
            call.leaveParent();
            nodes.give(call);
            return;
        }
        Node again = outcome == Outcome.OK ? null : retryFor(call, route);
        int owner = call.owner;
        call.leaveParent();
        nodes.give(call);
        if (again == null) {
            route.caller.returned(owner, outcome, now);
        }
    }

    /** Returns the node of the next attempt, already waiting, or none if there is no further attempt. */
    private @Nullable Node retryFor(Node call, Route route) {
        Node parent = call.parent;
        if (parent == null) {
            return null;
        }
        route.brakes.failed(parent);
        int attempt = call.attempt + 1;
        // The key of the first that was sent, whichever failed last.
        long key = route.keyOf(parent.key, call.repetition, attempt - 1);
        long wait = route.backoff.waitNanos(attempt, KeyedRandom.uniform(route.retryStream, key));
        if (wait < 0 || !route.brakes.allowRetry(parent)) {
            return null;
        }
        Node again = child(route, parent, call.repetition, attempt);
        again.place = Place.BACKING_OFF;
        again.step = kernel.at(kernel.nowNanos() + wait, handler, SEND_AGAIN, again.number);
        return again;
    }

    /** Ends the waiting for a call whose node may go on alone. */
    private void letGo(Node call, Route route, Outcome outcome, long now) {
        kernel.cancel(call.timeout);
        call.timeout = 0;
        hedges.forget(call);
        if (outcome == Outcome.CANCELLED && call.place != Place.BACKING_OFF) {
            ended(call, route, outcome, now);
        }
        call.leaveParent();
        switch (call.place) {
            case Place.BACKING_OFF -> {
                kernel.cancel(call.step);
                nodes.give(call);
            }
            case Place.CONNECTING -> {
                boolean waiting = waitsForConnection(call);
                kernel.cancel(call.step);
                if (waiting) {
                    route.link.leave(call);
                } else {
                    release(route, false, now);
                }
                nodes.give(call);
            }
            case Place.LOST -> {
                call.place = Place.FINISHED;
                release(route, false, now);
                nodes.give(call);
            }
            default -> abandon(call, route, outcome, now);
        }
    }

    private void abandon(Node call, Route route, Outcome outcome, long now) {
        call.abandoned = true;
        call.outcome = outcome;
        boolean inside = call.place == Place.INSIDE;
        if (inside) {
            tallies[route.target].givenUp(outcome, now - call.arrived);
        }
        if (route.stopsWork) {
            call.stopped = true;
            if (inside) {
                components[route.target].cancelled(call.number, now);
            }
        }
        release(route, false, now);
    }

    @Override
    long nowNanos() {
        return kernel.nowNanos();
    }

    /** Stops waiting for every call made for {@code parent}; nobody hears of their ends. */
    @Override
    void forgetChildren(Node parent) {
        // Those without a connection first, lest they be handed one that is given back here.
        for (Node child = parent.firstChild, next; child != null; child = next) {
            next = child.nextSibling;
            if (child.place == Place.BACKING_OFF || waitsForConnection(child)) {
                letGo(child, child.way(), Outcome.CANCELLED, kernel.nowNanos());
            }
        }
        for (Node child = parent.firstChild; child != null; child = parent.firstChild) {
            letGo(child, child.way(), Outcome.CANCELLED, kernel.nowNanos());
        }
    }

    private boolean waitsForConnection(Node call) {
        return call.place == Place.CONNECTING && !kernel.pending(call.step);
    }
}
