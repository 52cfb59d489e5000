package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.LinkSpec;
import java.util.ArrayList;
import java.util.List;

/** The connections of one way. The idle one that was used last is used first; who finds none open waits in line. */
final class Connections {
    final long connectNanos;
    private final boolean limited;
    private final int most;
    private final long keepAlive;
    private final List<Long> idleUntil = new ArrayList<>();
    final List<Request> line = new ArrayList<>();
    private int open;

    /** How one is got. */
    enum Grant {
        /** At once. */
        OPEN,
        /** It must be opened first. */
        OPENS,
        /** Others come first. */
        WAITS
    }

    Connections(LinkSpec spec) {
        connectNanos = spec.connect().toNanos();
        limited = spec.connections() != null || connectNanos > 0;
        most = spec.connections() == null ? Integer.MAX_VALUE : spec.connections();
        keepAlive = spec.keepAlive().toNanos();
    }

    Grant take(Request request, long now) {
        if (!limited) {
            return Grant.OPEN;
        }
        int before = idleUntil.size();
        idleUntil.removeIf(until -> until < now);
        open -= before - idleUntil.size();
        if (!idleUntil.isEmpty()) {
            idleUntil.remove(idleUntil.size() - 1);
            return Grant.OPEN;
        }
        if (open < most) {
            open++;
            return connectNanos == 0 ? Grant.OPEN : Grant.OPENS;
        }
        line.add(request);
        return Grant.WAITS;
    }

    /** Gives one back that can carry another request; returns whether the first in line takes it over. */
    boolean giveBack(long now) {
        if (limited && line.isEmpty()) {
            idleUntil.add(now + keepAlive);
        }
        return limited && !line.isEmpty();
    }

    /** Closes one. */
    void close() {
        if (limited) {
            open--;
        }
    }

    /** Tells whether another may be opened for the first in line, and counts it. */
    boolean opensForLine() {
        if (!limited || line.isEmpty() || open >= most) {
            return false;
        }
        open++;
        return true;
    }
}
