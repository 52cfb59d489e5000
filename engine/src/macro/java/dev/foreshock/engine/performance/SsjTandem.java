package dev.foreshock.engine.performance;

import java.util.ArrayDeque;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.LFSR113;
import umontreal.ssj.simevents.Accumulate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.stat.Tally;

/**
 * The tandem in SSJ, event view, tuned as far as its users go: its fast generator, event objects used again and again, a
 * simulator of its own rather than the static one, statistics for the response time and the two queues and no others.
 */
final class SsjTandem {
    private final Simulator sim = new Simulator();
    private final boolean hasTimeouts;
    private final RandomVariateGen gaps = exponential(1 / Tandem.PER_SECOND);
    private final RandomVariateGen works = exponential(Tandem.WORK_SECONDS);
    private final RandomVariateGen queries = exponential(Tandem.QUERY_SECONDS);
    private final Server[] servers = new Server[Tandem.SERVERS];
    private final ArrayDeque<Request> forDatabase = new ArrayDeque<>();
    private final ArrayDeque<Request> spare = new ArrayDeque<>();
    private final Tally responses = new Tally();
    private final Accumulate inServers = new Accumulate(sim);
    private final Accumulate waiting = new Accumulate(sim);
    private int atServers;
    private int connected;
    private long good;

    private SsjTandem(boolean hasTimeouts, EventList list) {
        this.hasTimeouts = hasTimeouts;
        sim.init(list);
        inServers.init(0);
        waiting.init(0);
        for (int i = 0; i < servers.length; i++) {
            servers[i] = new Server();
        }
    }

    /** Returns the contestant; {@code list} makes its event lists. */
    static Contestant of(Tandem tandem, java.util.function.Supplier<EventList> list) {
        return (seed, seconds) -> {
            LFSR113.setPackageSeed(seeds(seed));
            return new SsjTandem(tandem.hasTimeouts(), list.get()).run(seconds);
        };
    }

    private static int[] seeds(long seed) {
        int base = (int) (seed * 7919 + 1000);
        return new int[] {base, base + 1, base + 2, base + 3};
    }

    private static RandomVariateGen exponential(double mean) {
        return new ExponentialGen(new LFSR113(), 1 / mean);
    }

    private Figures run(int seconds) {
        new Arrival().schedule(gaps.nextDouble());
        new End().schedule(seconds);
        sim.start();
        return new Figures(responses.numberObs(), responses.average(), (double) good / seconds);
    }

    private void arrive() {
        Server least = servers[0];
        for (Server server : servers) {
            if (server.inSystem < least.inSystem) {
                least = server;
            }
        }
        Request request = spare.isEmpty() ? new Request() : spare.pop();
        request.sentAt = sim.time();
        request.givenUp = false;
        if (hasTimeouts) {
            request.timeout.schedule(Tandem.TIMEOUT_SECONDS);
        }
        inServers.update(++atServers);
        least.take(request);
    }

    private void toDatabase(Request request) {
        inServers.update(--atServers);
        if (connected < Tandem.CONNECTIONS) {
            connected++;
            request.queried.schedule(queries.nextDouble());
        } else {
            forDatabase.add(request);
            waiting.update(forDatabase.size());
        }
    }

    private void answered(Request request) {
        Request next = forDatabase.poll();
        if (next == null) {
            connected--;
        } else {
            waiting.update(forDatabase.size());
            next.queried.schedule(queries.nextDouble());
        }
        if (!request.givenUp) {
            if (hasTimeouts) {
                request.timeout.cancel();
            }
            responses.add(sim.time() - request.sentAt);
            good++;
        }
        spare.push(request);
    }

    private final class Request {
        private final Event timeout = new TimesOut(this);
        private final Event queried = new Queried(this);
        private double sentAt;
        private boolean givenUp;
    }

    private final class Server {
        private final ArrayDeque<Request> requests = new ArrayDeque<>();
        private final Event worked = new Worked(this);
        private int inSystem;

        void take(Request request) {
            requests.add(request);
            if (++inSystem == 1) {
                worked.schedule(works.nextDouble());
            }
        }

        void done() {
            Request request = requests.remove();
            if (--inSystem > 0) {
                worked.schedule(works.nextDouble());
            }
            toDatabase(request);
        }
    }

    private final class Arrival extends Event {
        Arrival() {
            super(SsjTandem.this.sim);
        }

        @Override
        public void actions() {
            schedule(gaps.nextDouble());
            arrive();
        }
    }

    private final class Worked extends Event {
        private final Server server;

        Worked(Server server) {
            super(SsjTandem.this.sim);
            this.server = server;
        }

        @Override
        public void actions() {
            server.done();
        }
    }

    private final class Queried extends Event {
        private final Request request;

        Queried(Request request) {
            super(SsjTandem.this.sim);
            this.request = request;
        }

        @Override
        public void actions() {
            answered(request);
        }
    }

    private final class TimesOut extends Event {
        private final Request request;

        TimesOut(Request request) {
            super(SsjTandem.this.sim);
            this.request = request;
        }

        @Override
        public void actions() {
            request.givenUp = true;
            responses.add(Tandem.TIMEOUT_SECONDS);
        }
    }

    private final class End extends Event {
        End() {
            super(SsjTandem.this.sim);
        }

        @Override
        public void actions() {
            SsjTandem.this.sim.stop();
        }
    }
}
