package dev.foreshock.engine.spi;

import org.jspecify.annotations.Nullable;

/**
 * Counts workers, waiting calls and waiting times of a component as they change. Averages are weighted by time.
 * Not thread-safe.
 */
public final class Meter {
    /** Hears of every change. */
    public interface Listener {
        /** A call left the queue for service after {@code waitedNanos}. */
        void began(long waitedNanos);

        /** One of the numbers has changed. */
        void occupied(long workers, int busy, int waiting, long nowNanos);
    }

    private long workers;
    private int busy;
    private int waiting;
    private long changedNanos;
    private double busyNanos;
    private double workerNanos;
    private double queueNanos;
    private long waits;
    private double waitedNanos;
    private @Nullable Listener listener;

    /** Creates a meter of {@code workers} idle workers at time 0. */
    public Meter(long workers) {
        this.workers = workers;
    }

    /** Sets the number of workers there are. */
    public void workers(long count, long nowNanos) {
        advance(nowNanos);
        workers = count;
        tell(nowNanos);
    }

    /** Tells {@code each} of every change from now on. */
    public void listener(Listener each) {
        listener = each;
        tell(changedNanos);
    }

    /** Sets the number of busy workers and of waiting calls. */
    public void set(int busyWorkers, int waitingCalls, long nowNanos) {
        advance(nowNanos);
        busy = busyWorkers;
        waiting = waitingCalls;
        tell(nowNanos);
    }

    /** Counts a call that left the queue for service after {@code nanos}. */
    public void waited(long nanos) {
        waits++;
        waitedNanos += nanos;
        if (listener != null) {
            listener.began(nanos);
        }
    }

    /** Returns the busy time of all workers so far, in nanoseconds. */
    public double busyNanos(long nowNanos) {
        advance(nowNanos);
        return busyNanos;
    }

    /** Returns the time of all workers that were there so far, busy or not, in nanoseconds. */
    public double workerNanos(long nowNanos) {
        advance(nowNanos);
        return workerNanos;
    }

    /** Returns the mean share of busy workers; 0 if none was ever there. */
    public double utilization(long nowNanos) {
        double busyTime = busyNanos(nowNanos);
        return workerNanos == 0 ? 0 : busyTime / workerNanos;
    }

    /** Returns the mean number of waiting calls. */
    public double queueLength(long nowNanos) {
        advance(nowNanos);
        return queueNanos / nowNanos;
    }

    /** Returns the mean waiting time in seconds; NaN if no call left the queue. */
    public double meanWaitSeconds() {
        return waitedNanos / waits / 1e9;
    }

    /** Returns the number of calls waiting now. */
    public int waiting() {
        return waiting;
    }

    /** Returns the number of workers busy now. */
    public int busy() {
        return busy;
    }

    private void tell(long nowNanos) {
        if (listener != null) {
            listener.occupied(workers, busy, waiting, nowNanos);
        }
    }

    private void advance(long nowNanos) {
        double elapsed = nowNanos - changedNanos;
        busyNanos += elapsed * busy;
        workerNanos += elapsed * workers;
        queueNanos += elapsed * waiting;
        changedNanos = nowNanos;
    }
}
