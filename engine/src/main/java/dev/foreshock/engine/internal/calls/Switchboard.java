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
        hedges = new Hedges(nodes, kernel, handler, HEDGE);
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
     * Makes a call that no other call needs: a user's.
     *
     * @param key identifies the call
     * @param wish identifies what it asks for: the key of the first try
     * @param request its class of requests, which every call made for it inherits; 0 for none
     */
    public void callFromOutside(Route route, int owner, long key, long wish, long session, int request) {
        int call = nodes.take();
        nodes.line[call] = route.number;
        nodes.owner[call] = owner;
        nodes.attempt[call] = 0;
        nodes.repetition[call] = 0;
        nodes.key[call] = key;
        nodes.wish[call] = wish;
        nodes.session[call] = session;
        nodes.request[call] = request;
        send(call, route, Long.MAX_VALUE);
    }

    void call(Route route, int parent, int repetition) {
        route.brakes.firstAttempt(parent);
        int call = child(route, parent, repetition, 0);
        send(call, route, nodes.deadline[parent]);
    }

    private int child(Route route, int parent, int repetition, int attempt) {
        int call = nodes.take();
        nodes.line[call] = route.number;
        nodes.owner[call] = parent;
        nodes.attempt[call] = attempt;
        nodes.repetition[call] = repetition;
        nodes.key[call] = keyOf(route, parent, repetition, attempt);
        nodes.wish[call] = KeyedRandom.key(nodes.wish[parent], route.hash, (long) repetition << 32);
        nodes.session[call] = nodes.session[parent];
        nodes.request[call] = nodes.request[parent];
        nodes.adopt(call, parent);
        return call;
    }

    private long keyOf(Route route, int parent, int repetition, int attempt) {
        return KeyedRandom.key(nodes.key[parent], route.hash, ((long) repetition << 32) | attempt);
    }

    private void send(int call, Route route, long callersDeadline) {
        long now = kernel.nowNanos();
        if (!admit(call, route, now)) {
            nodes.place[call] = Place.BACKING_OFF;
            nodes.step[call] = kernel.at(now, handler, TURN_AWAY, call);
            return;
        }
        if (route.mostHedges > 0 && nodes.parent[call] != Nodes.NONE) {
            hedges.schedule(call, 0, now + route.hedgeNanos);
        }
        launch(call, route, route.timeoutNanos > 0 ? now + route.timeoutNanos : Long.MAX_VALUE, callersDeadline, now);
    }

    private boolean admit(int call, Route route, long now) {
        int parent = nodes.parent[call];
        if (parent == Nodes.NONE || !route.brakes.mayTurnAway()) {
            return true;
        }
        boolean admits = route.brakes.admit(parent, now, KeyedRandom.uniform(route.throttleStream, nodes.key[call]));
        if (!admits) {
            tallies[route.target].turnedAway();
        }
        return admits;
    }

    private void launch(int call, Route route, long until, long callersDeadline, long now) {
        nodes.until[call] = until;
        if (until != Long.MAX_VALUE) {
            nodes.timeout[call] = kernel.at(until, handler, TIME_OUT, call);
        }
        nodes.deadline[call] = route.passDeadline ? Math.min(until, callersDeadline) : Long.MAX_VALUE;
        nodes.place[call] = Place.CONNECTING;
        switch (route.link.acquire(call, nodes.key[call], now)) {
            case READY -> depart(call, route);
            case CONNECT -> nodes.step[call] = kernel.at(now + route.link.connectNanos(), handler, CONNECTED, call);
            case WAIT -> {}
        }
    }

    /** Sends an attempt beside {@code call}, which has not ended, if it may and there is time left. */
    private void hedge(int call, long now) {
        nodes.hedge[call] = 0;
        Route route = routes[nodes.line[call]];
        int parent = nodes.parent[call];
        boolean isOver = nodes.until[call] <= now;
        if (isOver || !route.brakes.allowHedge(parent)) {
            return;
        }
        int sent = nodes.hedgesSent[call] + 1;
        int again = child(route, parent, nodes.repetition[call], nodes.attempt[call]);
        // A key of its own, which no retry has: hedging leaves the draws of all others as they were.
        nodes.key[again] = KeyedRandom.key(nodes.key[again], HEDGE_HASH, sent);
        hedges.join(again, call);
        if (sent < route.mostHedges) {
            hedges.schedule(again, sent, now + route.hedgeNanos);
        }
        if (admit(again, route, now)) {
            tallies[route.target].hedged();
            launch(again, route, nodes.until[call], nodes.deadline[parent], now);
        } else if (hedges.othersGoOn(again)) {
            nodes.orphan(again);
            nodes.give(again);
        }
    }

    private void depart(int call, Route route) {
        nodes.place[call] = Place.OUTBOUND;
        long delay = route.link.latencyNanos(random, nodes.key[call], 0);
        if (!route.troubles().none()) {
            switch (route.troubles().fate(nodes.key[call])) {
                case LOST -> {
                    nodes.place[call] = Place.LOST;
                    return;
                }
                case REFUSED -> {
                    answerOnTheWay(call, route, Outcome.REFUSED, delay);
                    return;
                }
                default -> delay += route.troubles().addedNanos(random, nodes.key[call]);
            }
        }
        if (delay == 0 && depth < MOST_DEPTH) {
            depth++;
            arrive(call, kernel.nowNanos());
            depth--;
        } else {
            kernel.at(kernel.nowNanos() + delay, handler, ARRIVE, call);
        }
    }

    private void answerOnTheWay(int call, Route route, Outcome outcome, long delay) {
        nodes.place[call] = Place.INBOUND;
        nodes.outcome[call] = (byte) outcome.index();
        long back = route.link.latencyNanos(random, nodes.key[call], 1);
        kernel.at(kernel.nowNanos() + delay + back, handler, DELIVER, call);
    }

    @Override
    public void on(int op, int call, long nowNanos) {
        switch (op) {
            case ARRIVE -> arrive(call, nowNanos);
            case DELIVER -> deliver(call, nowNanos);
            case TIME_OUT -> timeOut(call);
            case SEND_AGAIN -> send(call, routes[nodes.line[call]], callersDeadline(call));
            case CONNECTED -> depart(call, routes[nodes.line[call]]);
            case TURN_AWAY -> attemptOver(call, routes[nodes.line[call]], Outcome.SHED, nowNanos);
            case HEDGE -> hedge(call, nowNanos);
            default -> throw new IllegalStateException("unknown operation " + op);
        }
    }

    private long callersDeadline(int call) {
        int parent = nodes.parent[call];
        return parent == Nodes.NONE ? Long.MAX_VALUE : nodes.deadline[parent];
    }

    private void arrive(int call, long now) {
        if (nodes.stopped[call]) {
            nodes.give(call);
            return;
        }
        int target = routes[nodes.line[call]].target;
        nodes.place[call] = Place.INSIDE;
        nodes.arrived[call] = now;
        nodes.note[call] = 0;
        tallies[target].arrived();
        if (probed != null) {
            probed.arrived(target, nodes.request[call], nodes.key[call], now);
        }
        if (nodes.abandoned[call]) {
            tallies[target].givenUp(Outcome.at(nodes.outcome[call]), 0);
        }
        Troubles troubles = routes[nodes.line[call]].troubles();
        if (!troubles.none() && troubles.fate(nodes.key[call]) == Troubles.Fate.ERROR) {
            respond(call, Outcome.ERROR);
        } else {
            components[target].arrive(call, now);
        }
    }

    @Override
    public void respond(int call, Outcome outcome) {
        if (nodes.place[call] != Place.INSIDE) {
            throw new IllegalStateException("a call must be answered once, by the component that holds it, but call "
                    + call + " to component " + routes[nodes.line[call]].target + " was not there");
        }
        long now = kernel.nowNanos();
        Route route = routes[nodes.line[call]];
        boolean late = nodes.abandoned[call];
        tallies[route.target].answered(outcome, late, now - nodes.arrived[call]);
        if (probed != null) {
            probed.answered(
                    route.target, nodes.request[call], nodes.key[call], outcome, now - nodes.arrived[call], now);
        }
        forgetChildren(call);
        nodes.place[call] = Place.INBOUND;
        if (late) {
            nodes.give(call);
            return;
        }
        nodes.outcome[call] = (byte) outcome.index();
        if (!route.troubles().none() && route.troubles().fate(nodes.key[call]) == Troubles.Fate.LOST) {
            nodes.place[call] = Place.LOST;
            return;
        }
        kernel.at(now + route.link.latencyNanos(random, nodes.key[call], 1), handler, DELIVER, call);
    }

    @Override
    Tally tallyOf(int call) {
        return tallies[routes[nodes.line[call]].target];
    }

    private void deliver(int call, long now) {
        if (nodes.abandoned[call]) {
            nodes.give(call);
            return;
        }
        Outcome outcome = Outcome.at(nodes.outcome[call]);
        Route route = routes[nodes.line[call]];
        kernel.cancel(nodes.timeout[call]);
        nodes.timeout[call] = 0;
        if (outcome == Outcome.OK) {
            letTwinsGo(call, route, now);
        }
        ended(call, route, outcome, now);
        release(route, outcome != Outcome.REFUSED && outcome != Outcome.RESET, now);
        attemptOver(call, route, outcome, now);
    }

    private void release(Route route, boolean reusable, long now) {
        int waiter = route.link.release(reusable, now);
        while (waiter != Link.NOBODY) {
            if (route.link.handsOverOpen()) {
                depart(waiter, route);
            } else {
                nodes.step[waiter] = kernel.at(now + route.link.connectNanos(), handler, CONNECTED, waiter);
            }
            waiter = route.link.next(now);
        }
    }

    private void timeOut(int call) {
        nodes.timeout[call] = 0;
        Route route = routes[nodes.line[call]];
        long now = kernel.nowNanos();
        ended(call, route, Outcome.TIMED_OUT, now);
        if (hedges.othersGoOn(call)) {
            letGo(call, route, Outcome.TIMED_OUT, now);
            return;
        }
        int again = retryFor(call, route);
        int owner = nodes.owner[call];
        letGo(call, route, Outcome.TIMED_OUT, now);
        if (again == Nodes.NONE) {
            route.caller.returned(owner, Outcome.TIMED_OUT, now);
        }
    }

    private void ended(int call, Route route, Outcome outcome, long now) {
        if (nodes.parent[call] != Nodes.NONE) {
            route.brakes.ended(nodes.parent[call], outcome, now);
        }
    }

    /** Stops waiting for those that were sent beside {@code call}, which has its answer, and for those still to be sent. */
    private void letTwinsGo(int call, Route route, long now) {
        // Those without a connection first, lest they be handed one that is given back here.
        for (int twin = nodes.twin[call], next; twin != call && twin != Nodes.NONE; twin = next) {
            next = nodes.twin[twin];
            if (waitsForConnection(twin)) {
                letGo(twin, route, Outcome.CANCELLED, now);
            }
        }
        while (nodes.twin[call] != Nodes.NONE) {
            letGo(nodes.twin[call], route, Outcome.CANCELLED, now);
        }
        hedges.forget(call);
    }

    private void attemptOver(int call, Route route, Outcome outcome, long now) {
        if (hedges.othersGoOn(call)) {
            nodes.orphan(call);
            nodes.give(call);
            return;
        }
        int again = outcome == Outcome.OK ? Nodes.NONE : retryFor(call, route);
        int owner = nodes.owner[call];
        nodes.orphan(call);
        nodes.give(call);
        if (again == Nodes.NONE) {
            route.caller.returned(owner, outcome, now);
        }
    }

    /** Returns the node of the next attempt, already waiting, or none if there is no further attempt. */
    private int retryFor(int call, Route route) {
        int parent = nodes.parent[call];
        if (parent == Nodes.NONE) {
            return Nodes.NONE;
        }
        route.brakes.failed(parent);
        int attempt = nodes.attempt[call] + 1;
        // The key of the first that was sent, whichever failed last.
        long key = keyOf(route, parent, nodes.repetition[call], attempt - 1);
        long wait = route.backoff.waitNanos(attempt, KeyedRandom.uniform(route.retryStream, key));
        if (wait < 0 || !route.brakes.allowRetry(parent)) {
            return Nodes.NONE;
        }
        int again = child(route, parent, nodes.repetition[call], attempt);
        nodes.place[again] = Place.BACKING_OFF;
        nodes.step[again] = kernel.at(kernel.nowNanos() + wait, handler, SEND_AGAIN, again);
        return again;
    }

    /** Ends the waiting for a call whose node may go on alone. */
    private void letGo(int call, Route route, Outcome outcome, long now) {
        kernel.cancel(nodes.timeout[call]);
        nodes.timeout[call] = 0;
        hedges.forget(call);
        if (outcome == Outcome.CANCELLED && nodes.place[call] != Place.BACKING_OFF) {
            ended(call, route, outcome, now);
        }
        nodes.orphan(call);
        switch (nodes.place[call]) {
            case Place.BACKING_OFF -> {
                kernel.cancel(nodes.step[call]);
                nodes.give(call);
            }
            case Place.CONNECTING -> {
                boolean waiting = waitsForConnection(call);
                kernel.cancel(nodes.step[call]);
                if (waiting) {
                    route.link.leave(call);
                } else {
                    release(route, false, now);
                }
                nodes.give(call);
            }
            case Place.LOST -> {
                release(route, false, now);
                nodes.give(call);
            }
            default -> abandon(call, route, outcome, now);
        }
    }

    private void abandon(int call, Route route, Outcome outcome, long now) {
        nodes.abandoned[call] = true;
        nodes.outcome[call] = (byte) outcome.index();
        boolean inside = nodes.place[call] == Place.INSIDE;
        if (inside) {
            tallies[route.target].givenUp(outcome, now - nodes.arrived[call]);
        }
        if (route.stopsWork) {
            nodes.stopped[call] = true;
            if (inside) {
                components[route.target].cancelled(call, now);
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
    void forgetChildren(int parent) {
        // Those without a connection first, lest they be handed one that is given back here.
        for (int child = nodes.firstChild[parent], next; child != Nodes.NONE; child = next) {
            next = nodes.nextSibling[child];
            if (nodes.place[child] == Place.BACKING_OFF || waitsForConnection(child)) {
                letGo(child, routes[nodes.line[child]], Outcome.CANCELLED, kernel.nowNanos());
            }
        }
        for (int child = nodes.firstChild[parent]; child != Nodes.NONE; child = nodes.firstChild[parent]) {
            letGo(child, routes[nodes.line[child]], Outcome.CANCELLED, kernel.nowNanos());
        }
    }

    private boolean waitsForConnection(int call) {
        return nodes.place[call] == Place.CONNECTING && !kernel.pending(nodes.step[call]);
    }
}
