package dev.foreshock.cli.internal.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Tells whether a person wants the run to stop. Thread-safe. */
public final class Interrupts {
    private static final long PATIENCE_MILLIS = 900;
    private static final long PATIENCE_TO_KEEP_MILLIS = 20_000;
    private static final long PATIENCE_TO_MEND_MILLIS = 600_000;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final AtomicLong patienceMillis = new AtomicLong(PATIENCE_MILLIS);
    private final CountDownLatch done = new CountDownLatch(1);

    /**
     * Returns the interrupts of this process. A first SIGINT makes the virtual machine shut down: its hook asks the run to
     * stop and gives it a moment to tidy up; the machine then ends with 130 by itself.
     */
    public static Interrupts ofThisProcess() {
        Interrupts interrupts = new Interrupts();
        Runtime.getRuntime().addShutdownHook(new Thread(interrupts::stopAndWait, "foreshock-interrupt"));
        return interrupts;
    }

    /** Asks the run to stop. */
    public void stop() {
        wanted.countDown();
    }

    /** Tells whether the run is to stop. */
    public boolean isWanted() {
        return wanted.getCount() == 0;
    }

    /** Returns when the run is to stop. */
    public void await() {
        try {
            wanted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the command writes down what it knows when it is stopped, which takes a while longer. */
    public void keepsWhatIsKnown() {
        patienceMillis.set(PATIENCE_TO_KEEP_MILLIS);
    }

    /** Says that the command has broken something real, which it mends when it is stopped: that must not be cut short. */
    public void mendsWhatIsBroken() {
        patienceMillis.set(PATIENCE_TO_MEND_MILLIS);
    }

    /** Says that the command is over and nothing is left to tidy up. */
    public void done() {
        done.countDown();
    }

    private void stopAndWait() {
        stop();
        try {
            if (!done.await(patienceMillis.get(), TimeUnit.MILLISECONDS)) {
                return; // a run that does not listen must not hold the process
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
