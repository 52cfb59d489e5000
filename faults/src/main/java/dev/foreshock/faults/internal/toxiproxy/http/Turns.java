package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Carries out calls one after the other on a thread of their own, and between them, and when nobody calls, what is due of leases. */
final class Turns {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long NONE = -1;

    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final Leases leases;
    /** Read and written on the worker alone. */
    private long timer = NONE;
    /** Read and written on the worker alone. */
    private Runnable after = () -> {};

    Turns(Vertx vertx, Leases leases) {
        this.vertx = vertx;
        this.worker = vertx.createSharedWorkerExecutor("toxiproxy-control", 1);
        this.leases = leases;
    }

    /** From now on, and at once, {@code what} is done after every turn. */
    void after(Runnable what) {
        then(() -> {
            after = what;
            return true;
        });
    }

    /** Carries {@code call} out in its turn. */
    Future<Reply> take(Router.Call call) {
        return then(() -> Router.carryOut(call));
    }

    /** Does {@code what} in its turn. */
    <T> Future<T> then(Callable<T> what) {
        return worker.executeBlocking(() -> {
            // Due before this call, so over before it: no call sees a lease outlive its time, however many calls wait.
            leases.expire();
            try {
                return what.call();
            } finally {
                arm();
                after.run();
            }
        });
    }

    private void arm() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
        long next = leases.expire();
        if (next < Long.MAX_VALUE) {
            timer = vertx.setTimer((next + MILLI - 1) / MILLI, due -> then(() -> true));
        }
    }
}
