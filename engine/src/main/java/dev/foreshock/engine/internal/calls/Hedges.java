package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.internal.kernel.Kernel;
import java.util.Objects;

/**
 * Attempts that were sent beside others. Those that belong together form a ring in the order of sending; the one
 * that was sent last carries the timer of the next, which goes over to the one before it where that one is over.
 */
final class Hedges {
    private final Kernel kernel;
    private final int handler;
    private final int op;

    /** Creates the book of hedges; {@code op} of {@code handler} is told when one is due. */
    Hedges(Kernel kernel, int handler, int op) {
        this.kernel = kernel;
        this.handler = handler;
        this.op = op;
    }

    /** Sets the timer of the hedge after {@code call}, of which {@code sent} were before. */
    void schedule(Node call, int sent, long dueNanos) {
        call.hedgesSent = sent;
        call.hedgeDue = dueNanos;
        call.hedge = kernel.at(dueNanos, handler, op, call.number);
    }

    /** Makes {@code again} one of those that {@code call} belongs to. */
    void join(Node again, Node call) {
        again.twin = call.twin == null ? call : call.twin;
        call.twin = again;
    }

    /** Takes {@code call} out, as it is over, and tells whether others go on. */
    boolean othersGoOn(Node call) {
        if (call.twin == null) {
            forget(call);
            return false;
        }
        if (call.hedge != 0) {
            // To the one sent before it, so that the ring stays in the order of sending.
            schedule(before(call), call.hedgesSent, call.hedgeDue);
        }
        forget(call);
        return true;
    }

    private static Node before(Node call) {
        Node previous = call;
        do {
            previous = Objects.requireNonNull(previous.twin, "the twins of a call are a ring");
        } while (previous.twin != call);
        return previous;
    }

    /** Takes {@code call} out, and with it the timer it carries. */
    void forget(Node call) {
        if (call.hedge != 0) {
            kernel.cancel(call.hedge);
            call.hedge = 0;
        }
        Node next = call.twin;
        if (next == null) {
            return;
        }
        Node previous = before(call);
        previous.twin = previous == next ? null : next;
        call.twin = null;
    }
}
