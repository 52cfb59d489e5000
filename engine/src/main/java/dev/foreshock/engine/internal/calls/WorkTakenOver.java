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
    abstract Tally tallyOf(int call);

    /** Stops waiting for every call made for {@code parent}; nobody hears of their ends. */
    abstract void forgetChildren(int parent);

    @Override
    public int takeOver(int call) {
        int work = nodes.take();
        nodes.line[work] = nodes.line[call];
        nodes.owner[work] = Nodes.NONE;
        nodes.place[work] = Place.TAKEN_OVER;
        nodes.key[work] = KeyedRandom.key(nodes.key[call], WORK_HASH);
        nodes.wish[work] = KeyedRandom.key(nodes.wish[call], WORK_HASH);
        nodes.session[work] = nodes.session[call];
        nodes.request[work] = nodes.request[call];
        nodes.deadline[work] = Long.MAX_VALUE;
        nodes.arrived[work] = nowNanos();
        respond(call, Outcome.OK);
        tallyOf(work).tookOver();
        return work;
    }

    @Override
    public void renew(int work) {
        requireTakenOver(work);
        nodes.key[work] = KeyedRandom.key(nodes.key[work], WORK_HASH);
    }

    @Override
    public void finish(int work) {
        requireTakenOver(work);
        forgetChildren(work);
        tallyOf(work).finished();
        nodes.place[work] = Place.FINISHED;
        nodes.give(work);
    }

    private void requireTakenOver(int work) {
        if (nodes.place[work] != Place.TAKEN_OVER) {
            throw new IllegalStateException(
                    "work must be finished once, after it was taken over, but " + work + " was not under way");
        }
    }
}
