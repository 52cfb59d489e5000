package dev.foreshock.faults.internal.toxiproxy.toxic;

import dev.foreshock.engine.random.KeyedRandom;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The place of one toxic in one direction of one connection: hands it one chunk at a time and does what it asks for. If the
 * toxic throws, it is as if it were not there. Not thread-safe: all calls come on the connection's event loop.
 */
public final class Lane implements Outlet {
    private static final Logger LOG = System.getLogger(Lane.class.getName());

    private final Timers timers;
    private final KeyedRandom random;
    private final Deque<Chunk> waiting = new ArrayDeque<>();
    private Outlet next;
    private Behavior behavior = Behavior.NOTHING;
    private @Nullable Chunk current;
    private Runnable cancelHold = Lane::nothing;
    private Runnable cancelAlarm = Lane::nothing;
    private boolean holding;
    private boolean running;
    private boolean ended;
    private boolean endTold;
    private boolean closed;
    private long counted;

    /**
     * Creates a lane that lets everything pass.
     *
     * @param next where bytes go from here
     * @param timers the time of the loop
     * @param random what the toxic draws from
     */
    public Lane(Outlet next, Timers timers, KeyedRandom random) {
        this.next = next;
        this.timers = timers;
        this.random = random;
    }

    // --- for the pipe

    @Override
    public void offer(Chunk chunk) {
        if (ended || closed) {
            chunk.release();
            return;
        }
        waiting.add(chunk);
        run();
    }

    @Override
    public void finish() {
        ended = true;
        run();
    }

    /** For the behavior, too. */
    @Override
    public void abort() {
        if (!closed) {
            behavior.closes();
            discard();
        }
        next.abort();
    }

    /** Makes {@code outlet} the place where bytes go from here. */
    public void leadTo(Outlet outlet) {
        next = outlet;
    }

    /** Replaces what is done here; what the former behavior held leaves at once. */
    public void start(Behavior newBehavior) {
        interrupt();
        behavior.stop();
        behavior = newBehavior;
        endTold = false;
        guarded(() -> behavior.start(this));
        run();
    }

    /** Lets go of everything, at once and in order, as this lane is taken away. */
    public void remove() {
        start(Behavior.NOTHING);
    }

    /** Returns how many chunks are here. */
    public int backlog() {
        return waiting.size() + (current == null ? 0 : 1);
    }

    /** Gives back what is here, as the connection is gone. */
    public void discard() {
        closed = true;
        stopTimers();
        behavior.stop();
        behavior = Behavior.NOTHING;
        if (current != null) {
            current.release();
            current = null;
        }
        waiting.forEach(Chunk::release);
        waiting.clear();
    }

    // --- for the behavior

    /** Hands {@code chunk} on. */
    public void forward(Chunk chunk) {
        settle(chunk);
        next.offer(chunk);
    }

    /** Loses {@code chunk}. */
    public void drop(Chunk chunk) {
        settle(chunk);
        chunk.release();
    }

    /** Keeps {@code chunk}, and whatever comes after it, for {@code nanos}; then goes on with {@code then}. */
    public void hold(Chunk chunk, long nanos, Runnable then) {
        current = chunk;
        pause(nanos, then);
    }

    /** Keeps {@code chunk}, and whatever comes after it, until this toxic is changed or taken away. */
    public void holdForever(Chunk chunk) {
        current = chunk;
        holding = true;
    }

    /** Takes nothing in for {@code nanos}; then goes on with {@code then}. */
    public void pause(long nanos, Runnable then) {
        holding = true;
        cancelHold = timers.after(nanos, () -> {
            holding = false;
            guarded(then);
            run();
        });
    }

    /** Goes on taking chunks, and does {@code then} after {@code nanos}. Replaces an earlier alarm. */
    public void alarm(long nanos, Runnable then) {
        cancelAlarm.run();
        cancelAlarm = timers.after(nanos, () -> guarded(then));
    }

    /** Ends this direction: what is still here is lost. */
    public void close() {
        if (!closed) {
            behavior.closes();
            discard();
            next.finish();
        }
    }

    /** Returns the time of the loop. */
    public long nanoTime() {
        return timers.nanoTime();
    }

    /** Returns what the toxic draws from. */
    public KeyedRandom random() {
        return random;
    }

    /** Returns what was counted here since the toxic was added, across its updates. */
    public long counted() {
        return counted;
    }

    /** Adds to what is counted. */
    public void count(long more) {
        counted += more;
    }

    // --- inside

    private void run() {
        if (running) {
            return;
        }
        running = true;
        while (!holding && !closed) {
            Chunk chunk = waiting.poll();
            if (chunk != null) {
                current = chunk;
                guarded(() -> behavior.chunk(chunk, this));
            } else if (ended && !endTold) {
                endTold = true;
                guarded(() -> behavior.end(this));
            } else {
                break;
            }
        }
        running = false;
    }

    private void settle(Chunk chunk) {
        if (current == chunk) {
            current = null;
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, "a toxic failed; its link goes on without it", e);
            behavior.stop();
            behavior = Behavior.NOTHING;
            endTold = false;
            interrupt();
        }
    }

    private void interrupt() {
        stopTimers();
        holding = false;
        Chunk kept = current;
        if (kept != null && !closed) {
            current = null;
            next.offer(kept);
        }
    }

    private void stopTimers() {
        cancelHold.run();
        cancelAlarm.run();
        cancelHold = Lane::nothing;
        cancelAlarm = Lane::nothing;
    }

    private static void nothing() {}
}
