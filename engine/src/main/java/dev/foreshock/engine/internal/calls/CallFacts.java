package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.spi.Calls;

/** What is known of the calls under way, as written in their nodes. */
abstract class CallFacts implements Calls {
    final Nodes nodes = new Nodes();

    @Override
    public long key(int call) {
        return nodes.at(call).key;
    }

    @Override
    public long wish(int call) {
        return nodes.at(call).wish;
    }

    @Override
    public int request(int call) {
        return nodes.at(call).request;
    }

    @Override
    public long session(int call) {
        return nodes.at(call).session;
    }

    @Override
    public boolean abandoned(int call) {
        return nodes.at(call).abandoned;
    }

    @Override
    public long deadlineNanos(int call) {
        return nodes.at(call).deadline;
    }

    @Override
    public long arrivedNanos(int call) {
        return nodes.at(call).arrived;
    }

    @Override
    public void heldBy(int call, int replica) {
        nodes.at(call).replica = replica;
    }

    @Override
    public int note(int call) {
        return nodes.at(call).note;
    }

    @Override
    public void note(int call, int value) {
        nodes.at(call).note = value;
    }
}
