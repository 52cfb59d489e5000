package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.toxic.Timers;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The time of a Netty event loop.
 *
 * @param loop where tasks run
 */
record LoopTimers(EventLoop loop) implements Timers {
    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Runnable after(long nanos, Runnable task) {
        ScheduledFuture<?> scheduled = loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }
}
