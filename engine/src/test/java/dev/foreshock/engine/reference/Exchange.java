package dev.foreshock.engine.reference;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.call.CallSpec.OnTimeout;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.reference.Request.Place;
import dev.foreshock.engine.result.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Carries requests to components and answers back, with their timeouts, hedges and retries. */
final class Exchange {
    private static final long HEDGE = Streams.hash("hedge");
    private static final long TAKEN_OVER = Streams.hash("work taken over");

    private final Agenda agenda;
    private final Draw draw;
    private final Probe probe;

    Exchange(Agenda agenda, Draw draw, Probe probe) {
        this.agenda = agenda;
        this.draw = draw;
        this.probe = probe;
    }

    /** Sends a user's request. */
    void callByUser(Way way, long key, long wish, long session, String kind, Consumer<Outcome> whenOver) {
        send(new Request(new Attempt(way, null, 0, 0, whenOver), key, wish, session, kind));
    }

    /** Makes a call for a request that a component holds. */
    void call(Way way, Request made, int repetition, Consumer<Outcome> whenOver) {
        way.restraints.firstAttempt(made);
        send(child(new Attempt(way, made, repetition, 0, whenOver)));
    }

    private static Request child(Attempt attempt) {
        Request made = Objects.requireNonNull(attempt.made);
        long wish = KeyedRandom.key(made.wish, attempt.way.hash, (long) attempt.repetition << 32);
        Request request = new Request(attempt, keyOf(attempt), wish, made.session, made.kind);
        made.made.add(request);
        return request;
    }

    /** Returns the key of the first that is sent of an attempt. */
    private static long keyOf(Attempt attempt) {
        Request made = Objects.requireNonNull(attempt.made);
        return KeyedRandom.key(made.key, attempt.way.hash, ((long) attempt.repetition << 32) | attempt.number);
    }

    private void send(Request request) {
        Attempt attempt = request.attempt;
        attempt.open.add(request);
        if (turnsAway(request)) {
            request.step = agenda.after(0, () -> over(request, Outcome.SHED));
            return;
        }
        HedgeSpec hedge = attempt.way.spec.hedge();
        if (hedge != null && hedge.most() > 0 && attempt.made != null) {
            planHedge(attempt, hedge, request, agenda.now() + hedge.after().toNanos());
        }
        if (attempt.way.spec.timeout() != null) {
            attempt.until = agenda.now() + attempt.way.spec.timeout().toNanos();
            attempt.timeout = agenda.at(attempt.until, () -> timeOut(attempt));
        }
        launch(request);
    }

    private boolean turnsAway(Request request) {
        Way way = request.way();
        Request made = request.attempt.made;
        return made != null
                && way.restraints.throttles()
                && !way.restraints.admits(made, agenda.now(), draw.uniform(way.name + " throttle", request.key));
    }

    private void launch(Request request) {
        Way way = request.way();
        Request made = request.attempt.made;
        if (way.spec.passDeadline()) {
            request.deadline = Math.min(request.attempt.until, made == null ? Long.MAX_VALUE : made.deadline);
        }
        request.place = Place.CONNECTING;
        switch (way.connections.take(request, agenda.now())) {
            case OPEN -> depart(request);
            case OPENS -> connect(request);
            case WAITS -> {}
        }
    }

    private void connect(Request request) {
        request.step = agenda.after(request.way().connections.connectNanos, () -> depart(request));
    }

    private void depart(Request request) {
        request.place = Place.OUTBOUND;
        Way way = request.way();
        long takes = way.latency(request, 0);
        if (way.trouble.loses(request)) {
            return;
        }
        boolean refused = way.trouble.refuses(request);
        if (refused || way.trouble.resets(request)) {
            request.place = Place.INBOUND;
            Outcome outcome = refused ? Outcome.REFUSED : Outcome.RESET;
            agenda.after(takes + way.latency(request, 1), () -> deliver(request, outcome));
            return;
        }
        takes += way.trouble.adds(request);
        if (takes == 0) {
            arrive(request);
        } else {
            request.step = agenda.after(takes, () -> arrive(request));
        }
    }

    private void hedge(Attempt attempt, HedgeSpec hedge) {
        Request made = Objects.requireNonNull(attempt.made);
        if (!attempt.way.restraints.allowHedge(made)) {
            return;
        }
        attempt.hedges++;
        Request again = child(attempt);
        again.key = KeyedRandom.key(again.key, HEDGE, attempt.hedges);
        attempt.open.add(again);
        if (attempt.hedges < hedge.most()) {
            planHedge(attempt, hedge, again, agenda.now() + hedge.after().toNanos());
        }
        if (turnsAway(again)) {
            takeOut(again);
            made.made.remove(again);
        } else {
            launch(again);
        }
    }

    private void planHedge(Attempt attempt, HedgeSpec hedge, Request last, long due) {
        Attempt.cancel(attempt.nextHedge);
        attempt.last = last;
        attempt.nextHedgeAt = due;
        attempt.nextHedge = agenda.at(due, () -> {
            attempt.last = null;
            hedge(attempt, hedge);
        });
    }

    /** Takes out of an attempt what has ended while others may go on. */
    private void takeOut(Request request) {
        Attempt attempt = request.attempt;
        attempt.open.remove(request);
        if (attempt.last == request && !attempt.open.isEmpty()) {
            Request newest = attempt.open.get(attempt.open.size() - 1);
            planHedge(attempt, Objects.requireNonNull(attempt.way.spec.hedge()), newest, attempt.nextHedgeAt);
        }
    }

    private void arrive(Request request) {
        if (request.stopped) {
            return;
        }
        Part part = request.way().to;
        request.place = Place.INSIDE;
        request.arrived = agenda.now();
        part.tally.arrivals++;
        if (!(part instanceof PulsePart)) {
            probe.arrived(part.name, request.kind, request.key, agenda.now());
        }
        if (request.givenUp != null) {
            part.tally.over(request.givenUp, 0);
        }
        if (request.way().trouble.fails(request)) {
            respond(request, Outcome.ERROR);
        } else {
            part.arrive(request);
        }
    }

    /** Answers a request that a component holds. */
    void respond(Request request, Outcome outcome) {
        Part part = request.way().to;
        long inside = agenda.now() - request.arrived;
        boolean late = request.givenUp != null;
        if (!late) {
            part.tally.over(outcome, inside);
        }
        if (!(part instanceof PulsePart)) {
            probe.answered(part.name, request.kind, request.key, outcome, inside, agenda.now());
        }
        forgetCallsFor(request);
        request.place = Place.INBOUND;
        if (!late && !request.way().trouble.loses(request)) {
            comesBack(request, outcome);
        }
    }

    private void comesBack(Request request, Outcome outcome) {
        request.place = Place.INBOUND;
        agenda.after(request.way().latency(request, 1), () -> deliver(request, outcome));
    }

    /** Closes the connection of a request that got lost, if somebody waits for it still. */
    void closes(Request request) {
        if (request.place == Place.LOST && request.attempt.open.contains(request)) {
            comesBack(request, Outcome.RESET);
        }
    }

    private void deliver(Request request, Outcome outcome) {
        if (request.givenUp != null) {
            return;
        }
        Attempt attempt = request.attempt;
        if (outcome == Outcome.OK) {
            attempt.settle();
            letTwinsGo(request);
        }
        if (attempt.made != null) {
            attempt.way.restraints.ended(attempt.made, outcome, agenda.now());
        }
        release(attempt.way, outcome != Outcome.REFUSED && outcome != Outcome.RESET);
        over(request, outcome);
    }

    private void letTwinsGo(Request answered) {
        // Those sent after it, then those sent before it.
        List<Request> twins = new java.util.ArrayList<>(answered.attempt.open);
        java.util.Collections.rotate(twins, -twins.indexOf(answered));
        // Those in line for a connection first, lest they be handed one that is given back here.
        twins.stream().filter(twin -> twin != answered && isInLine(twin)).forEach(this::cancel);
        twins.stream()
                .filter(twin -> twin != answered && answered.attempt.open.contains(twin))
                .forEach(this::cancel);
    }

    private static boolean isInLine(Request request) {
        return request.way().connections.line.contains(request);
    }

    private void cancel(Request request) {
        letGo(request, Outcome.CANCELLED);
    }

    /** Gives back the connection of a request that is over for its caller. */
    private void release(Way way, boolean reusable) {
        Connections connections = way.connections;
        if (!reusable) {
            connections.close();
        } else if (connections.giveBack(agenda.now())) {
            depart(connections.line.remove(0));
        }
        while (connections.opensForLine()) {
            Request next = connections.line.remove(0);
            if (connections.connectNanos == 0) {
                depart(next);
            } else {
                connect(next);
            }
        }
    }

    private void timeOut(Attempt attempt) {
        Attempt.cancel(attempt.nextHedge);
        while (attempt.open.size() > 1) {
            letGo(attempt.open.get(0), Outcome.TIMED_OUT);
        }
        Request last = attempt.open.get(0);
        boolean again = triesAgain(attempt);
        letGo(last, Outcome.TIMED_OUT);
        if (!again) {
            attempt.whenOver.accept(Outcome.TIMED_OUT);
        }
    }

    /** A request has ended otherwise than by a timeout. */
    private void over(Request request, Outcome outcome) {
        Attempt attempt = request.attempt;
        takeOut(request);
        boolean othersGoOn = !attempt.open.isEmpty();
        boolean again = false;
        if (!othersGoOn) {
            attempt.settle();
            again = outcome != Outcome.OK && triesAgain(attempt);
        }
        if (attempt.made != null) {
            attempt.made.made.remove(request);
        }
        if (!othersGoOn && !again) {
            attempt.whenOver.accept(outcome);
        }
    }

    /** An attempt has failed: sets the next one, if there is one. */
    private boolean triesAgain(Attempt attempt) {
        Request made = attempt.made;
        if (made == null) {
            return false;
        }
        Way way = attempt.way;
        RetrySpec spec = way.spec.retries();
        way.restraints.failed(made);
        int number = attempt.number + 1;
        if (number > spec.attempts() || !way.restraints.allowRetry(made)) {
            return false;
        }
        double wait = Math.min(
                (double) spec.cap().toNanos(), spec.base().toNanos() * StrictMath.pow(spec.growth(), number - 1.0));
        double spread = spec.jitter() == Jitter.FULL ? draw.uniform(way.name + " retry", keyOf(attempt)) : 1;
        Request again = child(new Attempt(way, made, attempt.repetition, number, attempt.whenOver));
        again.step = agenda.after((long) (wait * spread), () -> send(again));
        return true;
    }

    /** Nobody waits for a request any more. */
    private void letGo(Request request, Outcome why) {
        Attempt attempt = request.attempt;
        Way way = attempt.way;
        attempt.open.remove(request);
        if (attempt.open.isEmpty()) {
            attempt.settle();
        }
        if (attempt.made != null) {
            if (request.place != Place.WITH_CALLER) {
                way.restraints.ended(attempt.made, why, agenda.now());
            }
            attempt.made.made.remove(request);
        }
        switch (request.place) {
            case WITH_CALLER -> Attempt.cancel(request.step);
            case CONNECTING -> {
                Attempt.cancel(request.step);
                if (!way.connections.line.remove(request)) {
                    release(way, false);
                }
            }
            case LOST -> release(way, false);
            default -> abandon(request, why);
        }
    }

    private void abandon(Request request, Outcome why) {
        Way way = request.way();
        request.givenUp = why;
        boolean inside = request.place == Place.INSIDE;
        if (inside) {
            way.to.tally.over(why, agenda.now() - request.arrived);
        }
        if (way.spec.onTimeout() == OnTimeout.CANCEL) {
            request.stopped = true;
            if (inside) {
                way.to.cancelled(request);
            }
        }
        release(way, false);
    }

    /** Stops waiting for everything that was sent for a request. */
    void forgetCallsFor(Request request) {
        request.errands = null;
        // Those not sent yet first, lest they be handed a connection that is given back here. Then the newest first.
        for (Request child : newestFirst(request)) {
            if (child.place == Place.WITH_CALLER || isInLine(child)) {
                cancel(child);
            }
        }
        for (Request child : newestFirst(request)) {
            cancel(child);
        }
    }

    private static List<Request> newestFirst(Request request) {
        List<Request> list = new java.util.ArrayList<>(request.made);
        java.util.Collections.reverse(list);
        return list;
    }

    /** Answers a request as wanted and returns work that stands for what it asked for: nobody waits for that. */
    Request takeOver(Request request) {
        Attempt nobodys = new Attempt(request.way(), null, 0, 0, outcome -> {});
        Request work = new Request(
                nobodys,
                KeyedRandom.key(request.key, TAKEN_OVER),
                KeyedRandom.key(request.wish, TAKEN_OVER),
                request.session,
                request.kind);
        work.arrived = agenda.now();
        respond(request, Outcome.OK);
        return work;
    }

    /** Gives work that was taken over another key, for another try. */
    void renew(Request work) {
        work.key = KeyedRandom.key(work.key, TAKEN_OVER);
    }

    /** Returns the present time. */
    long now() {
        return agenda.now();
    }
}
