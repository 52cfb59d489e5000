package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.Reach;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Renews the leases that servers keep, each on a thread of its own, so that a server that hangs costs no other its lease. A lease is
 * renewed for what is left of the guard's own: whoever is dead or hangs, injector, guard or both, one after the other or at once, what
 * is broken ends when nobody has spoken for the injector for the length of one lease.
 */
final class LeaseKeeper implements Keeper {
    private static final int RENEWALS_PER_LEASE = 10;

    private final Assignment assignment;
    private final Reach reach;
    private final LongSupplier leaseLeftNanos;
    private final Consumer<String> lost;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Silences silences;
    private final Vigil vigil;

    /**
     * Creates a keeper that keeps nothing yet.
     *
     * @param leaseLeftNanos how long the guard's own lease lasts
     * @param lost is told why a lease is over that should not be
     */
    LeaseKeeper(Assignment assignment, Reach reach, LongSupplier leaseLeftNanos, Consumer<String> lost) {
        this.assignment = assignment;
        this.reach = reach;
        this.leaseLeftNanos = leaseLeftNanos;
        this.lost = lost;
        silences = new Silences(assignment.leaseNanos(), System::nanoTime);
        vigil = new Vigil(assignment.leaseNanos(), assignment.callNanos(), reach, silences, lost);
    }

    @Override
    public void keep(String server, String lease) {
        Thread thread = new Thread(() -> renewals(server, lease), "foreshock-lease-" + server);
        thread.setDaemon(true);
        thread.start();
    }

    private void renewals(String server, String lease) {
        try {
            while (!released.await(assignment.leaseNanos() / RENEWALS_PER_LEASE, TimeUnit.NANOSECONDS)) {
                Optional<String> problem = renewed(server, lease);
                if (problem.isPresent() && released.getCount() > 0) {
                    lost.accept(problem.get());
                    return;
                }
            }
        } catch (InterruptedException e) {
            lost.accept("interrupted");
        }
    }

    /**
     * Renews a lease once. Returns why it is over, if it is. That a server does not answer is not yet the end; that it has not for the length
     * of a lease is: whatever it keeps is over by then, or nobody knows.
     */
    Optional<String> renewed(String server, String lease) {
        long left = leaseLeftNanos.getAsLong();
        if (left <= 0) {
            return Optional.empty(); // the guard itself undoes now
        }
        try {
            Duration patience = Duration.ofNanos(Math.min(left, assignment.callNanos()));
            reach.server(server).within(patience).renew(lease, Duration.ofNanos(left));
            silences.answered(server);
            return Optional.empty();
        } catch (ControlException e) {
            return e.outcome() == ControlException.Outcome.REFUSED
                    ? Optional.of("the lease of the run is over: " + e.getMessage())
                    : silences.unanswered(server, e);
        }
    }

    @Override
    public void watch(Change.OnServer change) {
        vigil.watch(change);
    }

    @Override
    public void forget(Change.OnServer change) {
        vigil.forget(change);
    }

    @Override
    public void release() {
        vigil.release();
        released.countDown();
    }
}
