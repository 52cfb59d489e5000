package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Outcome;

/** Work that components took over from calls they answered: nobody waits for it. */
abstract class WorkTakenOver extends CallFacts {
    private static final long WORK_HASH = Streams.hash("work taken over");

    /** Returns the present time, in nanoseconds. */
    abstract long nowNanos();

    /** Returns the counts of the component that holds a call. */
    abstract Tally tallyOf(Node call);

    /** Stops waiting for every call made for {@code parent}; nobody hears of their ends. */
    abstract void forgetChildren(Node parent);

    @Override
    public int takeOver(int number) {
        Node call = nodes.at(number);
        Node work = nodes.take();
        work.route = call.route;
        work.owner = Nodes.NONE;
        work.place = Place.TAKEN_OVER;
        work.key = KeyedRandom.key(call.key, WORK_HASH);
        work.wish = KeyedRandom.key(call.wish, WORK_HASH);
        work.session = call.session;
        work.request = call.request;
        work.deadline = Long.MAX_VALUE;
        work.arrived = nowNanos();
        respond(number, Outcome.OK);
        tallyOf(work).tookOver();
        return work.number;
    }

    @Override
    public void renew(int number) {
        Node work = takenOver(number);
        work.key = KeyedRandom.key(work.key, WORK_HASH);
    }

    @Override
    public void finish(int number) {
        Node work = takenOver(number);
        forgetChildren(work);
        tallyOf(work).finished();
        work.place = Place.FINISHED;
        nodes.give(work);
    }

    private Node takenOver(int number) {
        Node work = nodes.at(number);
        if (work.place != Place.TAKEN_OVER) {
            throw new IllegalStateException(
                    "work must be finished once, after it was taken over, but " + number + " was not under way");
        }
        return work;
    }
}
