package dev.foreshock.simulated.internal.pace;

import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.Part;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs one part on a thread of its own. It parks until the next thing is due, which a thread can do to some 60 microseconds where the
 * timers of an event loop count milliseconds. What comes from other threads is posted. Thread-safe.
 *
 * @param <P> the kind of part
 */
public final class Pace<P extends Part> implements AutoCloseable {
    private static final long LONGEST_REST_NANOS = 100_000_000;

    /** A thread that comes this much later than it wanted was not slow: its process was stopped, or the machine was. */
    private static final long STOOD_NANOS = 250_000_000;

    private final Queue<Message<P>> inbox = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Lateness lateness = new Lateness();
    private final long startNanos;
    private final P part;
    private final Thread thread;
    private volatile boolean closing;

    /** When it was awake last, and when it was to be again. */
    private long awakeNanos;

    private long plannedNanos;

    /** When the next thing was due, as the part said last. */
    private long dueNanos = Long.MAX_VALUE;

    private volatile @Nullable Throwable failure;

    /** Something to be done, and who waits for it, if anybody. */
    private record Message<P>(Consumer<P> what, @Nullable CompletableFuture<?> waits) {}

    private Pace(String name, long startNanos, P part) {
        this.startNanos = startNanos;
        this.part = part;
        thread = new Thread(this::run, "foreshock-part-" + name);
        thread.setDaemon(true);
    }

    /**
     * Returns the pace of a part, which is run once it is {@link #start started}.
     *
     * @param startNanos the {@link System#nanoTime()} of its time 0, which may be to come
     * @param part the part, which nobody else may touch from then on
     */
    public static <P extends Part> Pace<P> of(String name, long startNanos, P part) {
        return new Pace<>(name, startNanos, part);
    }

    /** Begins to run the part. */
    public void start() {
        thread.start();
    }

    /** Has {@code message} carried out by the thread of the part, soon. It is forgotten if the part has ended. */
    public void post(Consumer<P> message) {
        put(new Message<>(message, null));
    }

    /** Asks the part. Fails if it has ended before it could answer. */
    public <T> CompletableFuture<T> ask(Function<P, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        put(new Message<>(asked -> answer.complete(question.apply(asked)), answer));
        return answer;
    }

    private void put(Message<P> message) {
        inbox.add(message);
        LockSupport.unpark(thread);
        if (over.getCount() == 0) {
            turnAway();
        }
    }

    /** Fails what nobody will answer any more. */
    private void turnAway() {
        Throwable why = failure;
        for (Message<P> message = inbox.poll(); message != null; message = inbox.poll()) {
            CompletableFuture<?> waits = message.waits;
            if (waits != null) {
                waits.completeExceptionally(why == null ? new IllegalStateException("the part has ended") : why);
            }
        }
    }

    /** Returns how late things were. To be asked of by {@link #ask} alone, or after the end. */
    public Lateness lateness() {
        return lateness;
    }

    private void run() {
        try {
            while (!closing) {
                step();
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        over.countDown();
        turnAway();
    }

    private void step() {
        long now = now();
        if (now < 0) {
            LockSupport.parkNanos(this, Math.min(-now, LONGEST_REST_NANOS));
            return;
        }
        if (now - plannedNanos > STOOD_NANOS && part instanceof ComponentPart component) {
            component.stood(awakeNanos, now);
        } else if (dueNanos <= now) {
            lateness.add(now - dueNanos);
        }
        long due = part.advance(now);
        boolean isIdle = true;
        for (Message<P> message = inbox.poll(); message != null; message = inbox.poll()) {
            part.advance(now());
            carryOut(message);
            isIdle = false;
        }
        awakeNanos = now();
        dueNanos = due;
        long rest = isIdle ? Math.max(0, Math.min(due - awakeNanos, LONGEST_REST_NANOS)) : 0;
        plannedNanos = awakeNanos + rest;
        if (rest > 0) {
            LockSupport.parkNanos(this, rest);
        }
    }

    private void carryOut(Message<P> message) {
        try {
            message.what.accept(part);
        } catch (RuntimeException | Error e) {
            CompletableFuture<?> waits = message.waits;
            if (waits == null) {
                throw e;
            }
            // A question that cannot be answered is the trouble of whoever asked.
            waits.completeExceptionally(e);
        }
    }

    private long now() {
        return System.nanoTime() - startNanos;
    }

    /** Ends the part, and waits for that unless asked by the part itself. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns why the part ended by a bug; null if it did not. */
    public @Nullable Throwable failure() {
        return failure;
    }
}
