package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.internal.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** Calls on their way that a latency holds up, and lets go of when it ends: in the order in which they were sent. */
final class Held {
    private static final int FEW = 64;

    private final List<Late> calls = new ArrayList<>();
    private int many = FEW;

    /** A call, known by its key, as nodes are used again, and what it takes longer. */
    private record Late(Node call, long key, long nanos) {
        boolean isOnItsWay(Kernel kernel) {
            return call.key == key && call.place == Place.OUTBOUND && kernel.pending(call.step);
        }
    }

    /** A call that is about to be sent takes so much longer. */
    void add(Node call, long nanos, Kernel kernel) {
        if (calls.size() == many) {
            calls.removeIf(each -> !each.isOnItsWay(kernel));
            many = Math.max(FEW, 2 * calls.size());
        }
        calls.add(new Late(call, call.key, nanos));
    }

    /** Has those that are still on their way arrive when they would have without this, or now. */
    void letGo(Kernel kernel) {
        for (Late each : calls) {
            if (each.isOnItsWay(kernel)) {
                Node call = each.call;
                call.arrived = Math.max(kernel.nowNanos(), call.arrived - each.nanos);
                call.step = kernel.reschedule(call.step, call.arrived);
            }
        }
    }
}
