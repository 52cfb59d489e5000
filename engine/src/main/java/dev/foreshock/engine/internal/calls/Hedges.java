package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.internal.kernel.Kernel;

/**
 * Attempts that were sent beside others. Those that belong together form a ring; one of them carries the timer of the next,
 * which goes over to another where that one is over.
 */
final class Hedges {
    private final Nodes nodes;
    private final Kernel kernel;
    private final int handler;
    private final int op;

    /** Creates the book of hedges; {@code op} of {@code handler} is told when one is due. */
    Hedges(Nodes nodes, Kernel kernel, int handler, int op) {
        this.nodes = nodes;
        this.kernel = kernel;
        this.handler = handler;
        this.op = op;
    }

    /** Sets the timer of the hedge after {@code call}, of which {@code sent} were before. */
    void schedule(int call, int sent, long dueNanos) {
        nodes.hedgesSent[call] = sent;
        nodes.hedgeDue[call] = dueNanos;
        nodes.hedge[call] = kernel.at(dueNanos, handler, op, call);
    }

    /** Makes {@code again} one of those that {@code call} belongs to. */
    void join(int again, int call) {
        nodes.twin[again] = nodes.twin[call] == Nodes.NONE ? call : nodes.twin[call];
        nodes.twin[call] = again;
    }

    /** Takes {@code call} out, as it is over, and tells whether others go on. */
    boolean othersGoOn(int call) {
        int other = nodes.twin[call];
        if (other == Nodes.NONE) {
            forget(call);
            return false;
        }
        if (nodes.hedge[call] != 0) {
            schedule(other, nodes.hedgesSent[call], nodes.hedgeDue[call]);
        }
        forget(call);
        return true;
    }

    /** Takes {@code call} out, and with it the timer it carries. */
    void forget(int call) {
        kernel.cancel(nodes.hedge[call]);
        nodes.hedge[call] = 0;
        int next = nodes.twin[call];
        if (next == Nodes.NONE) {
            return;
        }
        int previous = next;
        while (nodes.twin[previous] != call) {
            previous = nodes.twin[previous];
        }
        nodes.twin[previous] = previous == next ? Nodes.NONE : next;
        nodes.twin[call] = Nodes.NONE;
    }
}
