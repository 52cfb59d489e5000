package dev.foreshock.faults.internal.toxiproxy.standby;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until nobody needs a server any more: one whose owner is gone must go too, but not from under those who are connected. */
final class Quiet {
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(5);

    private Quiet() {}

    /** Waits until, for some seconds, nobody has been connected to {@code server} or did connect. */
    static void await(Server server) {
        long taken = -1;
        long since = System.nanoTime();
        while (System.nanoTime() - since < QUIET_NANOS) {
            if (server.open() > 0 || server.taken() != taken) {
                taken = server.taken();
                since = System.nanoTime();
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
