package dev.foreshock.engine.internal.kernel;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Simulated time and its timers: sets, cancels and fires them in the total order (time, order of setting).
 * Starts at time 0. Not thread-safe: one kernel belongs to one replication and one thread.
 */
public final class Kernel {
    private static final int INITIAL_TIMERS = 256;

    private final TimerTable timers = new TimerTable(INITIAL_TIMERS);
    private final EventQueue queue;
    /** What was set for the time that it was then. All that the queue holds for this time was set before. */
    private final DueNow dueNow = new DueNow();

    private final Event event = new Event();
    private Handler[] handlers = new Handler[0];
    private long nowNanos;
    private long endNanos = Long.MAX_VALUE;
    private long events;
    private long checksum;
    private boolean running;
    private boolean stopping;

    /** A kernel on a {@link LadderQueue}. */
    public Kernel() {
        this(LadderQueue::new);
    }

    /** A kernel on the event queue of your choice, which is handed the kernel's liveness check. */
    public Kernel(Function<Liveness, EventQueue> queue) {
        this.queue = queue.apply(timers);
    }

    /**
     * Says that no slice will reach beyond {@code timeNanos}. A timer set for later from now on is pending until it is cancelled,
     * and takes no place in the queue.
     */
    public void endsAt(long timeNanos) {
        endNanos = timeNanos;
    }

    /** Adds a handler, which is still to be named by {@link #handler}, and returns its id. Until then its timers are ignored. */
    public int register() {
        return register((op, arg, now) -> {});
    }

    /** Names the handler of an id. */
    public void handler(int id, Handler handler) {
        handlers[id] = handler;
    }

    /** Adds a handler and returns its id: 0, 1, 2, … in the order of registration. */
    public int register(Handler handler) {
        int id = handlers.length;
        Handler[] more = Arrays.copyOf(handlers, id + 1);
        more[id] = handler;
        handlers = more;
        return id;
    }

    /**
     * Sets a timer that calls {@code handlers[handler].on(op, arg, timeNanos)}. Timers set for one time fire in
     * the order in which they were set.
     *
     * @return the timer's key, unique in this kernel and never 0
     * @throws IllegalArgumentException if the time is before {@link #nowNanos()} or the handler is not registered
     * @throws IllegalStateException if more than 8 388 608 timers would be pending
     */
    public long at(long timeNanos, int handler, int op, int arg) {
        if (timeNanos < nowNanos) {
            throw new IllegalArgumentException("A timer's time must be now (" + nowNanos + " ns) or later, but was "
                    + timeNanos + " ns; use after(delay, …) for times relative to now");
        }
        if (handler < 0 || handler >= handlers.length) {
            throw new IllegalArgumentException(
                    "A timer's handler must be registered, but was " + handler + "; use the id that register returned");
        }
        long key = timers.add(handler, op, arg);
        if (timeNanos == nowNanos) {
            dueNow.add(key);
        } else if (timeNanos <= endNanos) {
            queue.push(timeNanos, key);
        }
        return key;
    }

    /** Sets a timer like {@link #at}, a delay from now; times beyond {@link Long#MAX_VALUE} are cut to it. */
    public long after(long delayNanos, int handler, int op, int arg) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException(
                    "A timer's delay must not be negative, but was " + delayNanos + " ns; use 0 for now");
        }
        long time = nowNanos + delayNanos;
        return at(time < 0 ? Long.MAX_VALUE : time, handler, op, arg);
    }

    /** Cancels a timer. No effect if it already fired or was cancelled, or if the key is 0 (none). */
    public void cancel(long key) {
        if (timers.pending(key)) {
            timers.free(key);
        }
    }

    /** Makes a timer that is still to fire bring another {@code arg}; its place in the order stays. No effect on others. */
    public void redirect(long key, int arg) {
        if (timers.pending(key)) {
            timers.redirect(key, arg);
        }
    }

    /**
     * Has a timer that is still to fire do so at another time, as if it had been set just now.
     *
     * @return its new key, as the old one is as good as cancelled; 0 if it was not pending
     * @throws IllegalArgumentException if the time is before {@link #nowNanos()}
     */
    public long reschedule(long key, long timeNanos) {
        if (!timers.pending(key)) {
            return 0;
        }
        long again = at(timeNanos, timers.handler(key), timers.op(key), timers.arg(key));
        timers.free(key);
        return again;
    }

    /** Whether this timer is still to fire. False while and after its own event is handled, and for key 0. */
    public boolean pending(long key) {
        return timers.pending(key);
    }

    /**
     * Handles events until a time, or a number of them, or {@link #stop()}. Cutting a run into slices changes
     * nothing in it.
     *
     * @param untilNanos the last time whose events are handled
     * @param maxEvents how many events to handle at most
     * @return false when nothing is left at or before {@code untilNanos}, and then that is the time it now is;
     *     true when the slice ended early and there may be more
     */
    public boolean runSlice(long untilNanos, long maxEvents) {
        if (untilNanos < nowNanos) {
            throw new IllegalArgumentException("A slice's end must be now (" + nowNanos + " ns) or later, but was "
                    + untilNanos + " ns; time does not run backwards");
        }
        if (untilNanos > endNanos) {
            throw new IllegalArgumentException("A slice's end must not be after the run's (" + endNanos
                    + " ns), but was " + untilNanos + " ns; timers due after that are not kept");
        }
        if (maxEvents < 1) {
            throw new IllegalArgumentException("A slice's number of events must be at least 1, but was " + maxEvents
                    + "; use Long.MAX_VALUE for no limit");
        }
        if (running) {
            throw new IllegalStateException("A slice must not be run from within an event; set a timer instead");
        }
        running = true;
        stopping = false;
        try {
            return handleEvents(untilNanos, maxEvents);
        } finally {
            running = false;
        }
    }

    private boolean handleEvents(long untilNanos, long maxEvents) {
        for (long handled = 0; handled < maxEvents && !stopping; handled++) {
            if (!next(untilNanos)) {
                nowNanos = untilNanos;
                return false;
            }
            fire(event.timeNanos, event.key);
        }
        return true;
    }

    private boolean next(long untilNanos) {
        while (!dueNow.isEmpty()) {
            if (queue.pop(nowNanos, event)) {
                return true;
            }
            event.timeNanos = nowNanos;
            event.key = dueNow.remove();
            if (timers.alive(event.key)) {
                return true;
            }
        }
        return queue.pop(untilNanos, event);
    }

    private void fire(long timeNanos, long key) {
        int handler = timers.handler(key);
        int op = timers.op(key);
        int arg = timers.arg(key);
        timers.free(key);
        nowNanos = timeNanos;
        events++;
        checksum = Checksum.add(checksum, timeNanos, TimerTable.sequenceOf(key), handler, op, arg);
        if (handler == 0) {
            // The same in a place of its own, where the just-in-time compiler meets the switchboard alone, which most
            // events are for. It counts receivers by place and inlines up to two: below, components and users.
            handlers[0].on(op, arg, timeNanos);
        } else {
            handlers[handler].on(op, arg, timeNanos);
        }
    }

    /** Ends the running slice after the event in hand. No effect between slices. */
    public void stop() {
        stopping = true;
    }

    /** The current simulated time; 0 at first. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Returns when the next event is due, {@link Long#MAX_VALUE} if none is before the end. It may turn out to be cancelled if it is due now. */
    public long nextNanos() {
        return dueNow.isEmpty() ? queue.earliest() : nowNanos;
    }

    /** How many events have been handled; cancelled timers do not count. */
    public long events() {
        return events;
    }

    /**
     * A hash of every event handled, in order. Equal for two runs exactly when (but for chance) they did the
     * same.
     */
    public long checksum() {
        return checksum;
    }

    /** How many timers are set and neither fired nor cancelled. */
    public int pendingTimers() {
        return timers.pending();
    }
}
