package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.toxic.Timers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time between a client that has come in and the dialing of its server: the delays of all that acted when it came, as far as they
 * still stand. On the connection's event loop only.
 */
final class ConnectWait {
    private final Timers timers;
    private final Runnable then;
    private final long fromNanos;
    private final Set<Long> delaying;
    private Runnable cancel = () -> {};
    private boolean over;

    /**
     * Begins to wait.
     *
     * @param acting what delays it
     * @param then what is done once, when the wait is over
     */
    ConnectWait(Timers timers, List<ActiveToxic> acting, Runnable then) {
        this.timers = timers;
        this.then = then;
        this.fromNanos = timers.nanoTime();
        this.delaying = acting.stream().map(ActiveToxic::id).collect(Collectors.toSet());
        match(acting);
    }

    /** Goes on with what still stands among {@code standing}; at once, if nothing does. */
    void match(List<ActiveToxic> standing) {
        if (over) {
            return;
        }
        cancel.run();
        long delay = standing.stream()
                .filter(toxic -> delaying.contains(toxic.id()))
                .mapToLong(toxic -> toxic.toxic().connectDelayNanos())
                .reduce(0, ConnectWait::sum);
        long left = delay - (timers.nanoTime() - fromNanos);
        if (left > 0) {
            cancel = timers.after(left, this::end);
        } else {
            end();
        }
    }

    /** Waits no more, and does nothing then. */
    void giveUp() {
        over = true;
        cancel.run();
    }

    private void end() {
        over = true;
        then.run();
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }
}
