package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.spi.Calls;

/** What is known of the calls under way, as written in their nodes. */
abstract class CallFacts implements Calls {
    final Nodes nodes = new Nodes();

    @Override
    public long key(int call) {
        return nodes.key[call];
    }

    @Override
    public long wish(int call) {
        return nodes.wish[call];
    }

    @Override
    public int request(int call) {
        return nodes.request[call];
    }

    @Override
    public long session(int call) {
        return nodes.session[call];
    }

    @Override
    public boolean abandoned(int call) {
        return nodes.abandoned[call];
    }

    @Override
    public long deadlineNanos(int call) {
        return nodes.deadline[call];
    }

    @Override
    public long arrivedNanos(int call) {
        return nodes.arrived[call];
    }

    @Override
    public void heldBy(int call, int replica) {
        nodes.replica[call] = replica;
    }

    @Override
    public int note(int call) {
        return nodes.note[call];
    }

    @Override
    public void note(int call, int value) {
        nodes.note[call] = value;
    }
}
