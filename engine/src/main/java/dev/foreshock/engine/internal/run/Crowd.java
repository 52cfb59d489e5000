package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.arrival.ArrivalProcess;
import dev.foreshock.engine.arrival.ArrivalSpec;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.calls.ProbedCalls;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.internal.calls.Switchboard;
import dev.foreshock.engine.internal.kernel.Handler;
import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.law.CountLaw;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Outcome;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One class of users. Each comes, looks at pages, waits, refreshes by hand after a failure, gives up, leaves. The clock of
 * a page view runs from the first click to content, refreshes included.
 */
final class Crowd implements Handler {
    private static final int COMES = 0;
    private static final int CLICKS = 1;
    private static final int REFRESHES = 2;
    private static final int IS_BROUGHT = 3;
    private static final long ANY_NUMBER = 1L << 40;

    private final String name;
    private final @Nullable ProbedCalls probed;
    private final UsersSpec spec;
    private final RateTable arrivals;
    private final ArrivalProcess.Traffic traffic;
    private final Kernel kernel;
    private final KeyedRandom random;
    private final Switchboard switchboard;
    private final Ledger ledger;
    private final Asks asks;
    private final Route[] routes;
    private final long[] arrived;
    private final int handler;
    private final long sessionBase;
    private final long slowNanos;
    private final CountLaw pages;
    private final TimeSampler think;
    private final TimeSampler pause;
    private final Supplier<ArrivalProcess> fromStart;
    private final ArrivalProcess process;
    private final @Nullable Following following;
    private final LongConsumer brought;
    private final double multiplies;
    private final long pagesStream;
    private final long thinkStream;
    private final long refreshStream;
    private final long pauseStream;
    private final Sessions sessions = new Sessions();
    private int users;
    private int drawn;
    private int cell;
    private double expected;

    Crowd(
            String name,
            String identity,
            UsersSpec spec,
            RateTable arrivals,
            World world,
            Streams streams,
            Ledger ledger,
            long slowNanos) {
        this.name = name;
        probed = world.probed;
        this.spec = spec;
        this.arrivals = arrivals;
        traffic = arrivals::expectedAt;
        kernel = world.kernel;
        random = world.random;
        switchboard = world.switchboard;
        this.ledger = ledger;
        this.slowNanos = slowNanos;
        // By its first name, not by number: another class of users must not change the draws of this one.
        sessionBase = Streams.hash(identity) << Integer.SIZE;
        CallSpec call = CallSpec.plain().within(spec.patience()).over(spec.link());
        asks = new Asks(spec, streams.named(identity + " request"), world::requestNumber);
        // One name for all: where a class of requests goes must not change what its network draws.
        routes = asks.components().stream()
                .map(entry -> new Route(switchboard, streams, identity, call, world.numberOf(entry), this::returned))
                .toArray(Route[]::new);
        for (Route route : routes) {
            world.know("users." + name, route);
        }
        arrived = new long[routes.length];
        handler = kernel.register(this);
        pages = spec.visit().pages();
        think = spec.visit().think().sampler();
        pause = spec.afterFailure().pause().sampler();
        ArrivalSpec how = spec.arrivals();
        ToLongFunction<String> named = purpose -> streams.named(identity + " " + purpose);
        fromStart = () -> how == null ? byChance(named.applyAsLong("arrivals")) : how.process(named, random);
        process = fromStart.get();
        ArrivalSpec.Brood brood = how == null ? null : how.brood();
        multiplies = how == null ? 1 : how.multiplies();
        brought = at -> kernel.at(at, handler, IS_BROUGHT, 0);
        following = brood == null ? null : new Following(brood, named.applyAsLong("brought"), random);
        pagesStream = streams.named(identity + " pages");
        thinkStream = streams.named(identity + " think");
        refreshStream = streams.named(identity + " refresh");
        pauseStream = streams.named(identity + " wait");
    }

    private ArrivalProcess byChance(long stream) {
        return (position, user, traffic) -> position + random.at(stream, user).exponential();
    }

    /** Seats those who are there from the start, each in the middle of a thought, and sets the first arrival. */
    void open() {
        Integer resident = spec.resident();
        for (int i = 0; resident != null && i < resident; i++) {
            Session session = sessions.take();
            session.resident = true;
            session.user = users++;
            thinks(session, kernel.nowNanos());
        }
        nextArrival();
    }

    private void nextArrival() {
        expected = process.next(expected, drawn++, traffic);
        while (cell < arrivals.cells() && arrivals.expectedBy(cell) <= expected) {
            cell++;
        }
        if (cell < arrivals.cells()) {
            kernel.at(Math.max(kernel.nowNanos(), arrivals.timeOf(cell, expected)), handler, COMES, 0);
        }
    }

    @Override
    public void on(int op, int session, long now) {
        switch (op) {
            case COMES -> {
                nextArrival();
                comes(now);
            }
            case IS_BROUGHT -> comes(now);
            case CLICKS -> clicks(sessions.at(session), now);
            case REFRESHES -> sends(sessions.at(session), now);
            default -> throw new IllegalStateException("unknown operation " + op);
        }
    }

    private void comes(long now) {
        Session session = sessions.take();
        session.user = users;
        session.pages = pages.next(random.at(pagesStream, users));
        if (following != null) {
            following.brings(users, now, brought);
        }
        users++;
        clicks(session, now);
        arrived[asks.entry(session.choice)]++;
    }

    private void clicks(Session session, long now) {
        session.clicked = now;
        session.refreshes = 0;
        session.choice = asks.choose(session.user, session.page);
        sends(session, now);
    }

    private void sends(Session session, long now) {
        session.sent = now;
        session.waiting = true;
        if (ledger.inWindow(now)) {
            session.counted = true;
        }
        int choice = session.choice;
        int request = asks.request(choice);
        ledger.sent(now, request);
        if (probed != null) {
            probed.sent(name, request, keyOf(session), now);
        }
        long key = keyOf(session);
        switchboard.callFromOutside(
                routes[asks.entry(choice)],
                session.number,
                key,
                session.refreshes == 0 ? key : wishOf(session),
                sessionBase | session.user,
                request,
                Long.MAX_VALUE);
    }

    private long keyOf(Session session) {
        return KeyedRandom.key(sessionBase | session.user, session.page, session.refreshes);
    }

    /** Returns the key of the first try of the page: what every refresh of it asks for. */
    private long wishOf(Session session) {
        return KeyedRandom.key(sessionBase | session.user, session.page, 0);
    }

    private void returned(int number, Outcome outcome, long now) {
        Session session = sessions.at(number);
        session.waiting = false;
        int request = asks.request(session.choice);
        ledger.ended(session.sent, now, outcome, request);
        if (probed != null) {
            probed.ended(name, request, keyOf(session), outcome, now - session.sent, now);
        }
        if (outcome == Outcome.OK) {
            sawPage(session, now);
        } else {
            failed(session, now);
        }
    }

    private void sawPage(Session session, long now) {
        if (now - session.clicked > slowNanos) {
            suffers(session, now);
        }
        if (!session.resident && session.page + 1 == session.pages) {
            leaves(session, now);
        } else {
            thinks(session, now);
        }
    }

    /** Sets the click on the next page. */
    private void thinks(Session session, long now) {
        long key = KeyedRandom.key(session.user, session.page);
        session.page++;
        session.refreshes = 0;
        kernel.at(now + think.nextNanos(random.at(thinkStream, key)), handler, CLICKS, session.number);
    }

    private void failed(Session session, long now) {
        long key = keyOf(session);
        boolean triesAgain = session.refreshes < spec.afterFailure().givesUpAfter()
                && KeyedRandom.uniform(refreshStream, key)
                        < spec.afterFailure().refresh().share();
        if (triesAgain) {
            session.refreshes++;
            kernel.at(now + pause.nextNanos(random.at(pauseStream, key)), handler, REFRESHES, session.number);
        } else {
            suffers(session, now);
            if (session.resident) {
                thinks(session, now);
            } else {
                leaves(session, now);
            }
        }
    }

    private void suffers(Session session, long now) {
        if (session.affectedAt == Session.NEVER) {
            session.affectedAt = now;
        }
    }

    private void leaves(Session session, long now) {
        if (probed != null) {
            probed.left(name, sessionBase | session.user, now);
        }
        ledger.left(session.counted, session.affectedAt);
        sessions.give(session);
    }

    /**
     * Returns how many users come before {@code nanos} at most, past and future: when they come does not hang on what they
     * find. Where users bring others, any number.
     */
    long comingBefore(long nanos) {
        if (following != null) {
            return ANY_NUMBER;
        }
        ArrivalProcess again = fromStart.get();
        long resident = spec.resident() == null ? 0 : spec.resident();
        double count = 0;
        int in = 0;
        for (int user = 0; ; user++) {
            count = again.next(count, user, traffic);
            while (in < arrivals.cells() && arrivals.expectedBy(in) <= count) {
                in++;
            }
            if (in == arrivals.cells() || arrivals.timeOf(in, count) >= nanos) {
                return resident + user;
            }
        }
    }

    /** Counts the users who are still there, and returns how many of them wait for an answer. */
    int close(long now) {
        int waiting = 0;
        for (Session session : sessions.present()) {
            if (session.waiting) {
                waiting++;
            }
            boolean pending = session.waiting || session.refreshes > 0;
            if (pending && now - session.clicked > slowNanos) {
                suffers(session, session.clicked + slowNanos);
            }
            ledger.left(session.counted, session.affectedAt);
        }
        return waiting;
    }

    /** Returns the components that their requests go to. */
    List<String> entries() {
        return asks.components();
    }

    /** Returns the users so far whose first request went to {@code component}. */
    long arrivedUsers(String component) {
        return arrived[asks.components().indexOf(component)];
    }

    /** Returns the usual arrivals of users per second at {@code nanos} whose first request goes to {@code component}. */
    double usualUsersPerSecond(String component, long nanos) {
        return arrivals.usualPerSecond(nanos)
                * multiplies
                * asks.share(asks.components().indexOf(component));
    }

    /** Returns the mean number of pages a user looks at. */
    double meanPages() {
        return pages.mean();
    }
}
