package dev.foreshock.cli.internal.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Threads for the time of one job. */
public final class Threads {
    private Threads() {}

    /** Does {@code work} with an executor of this many threads, which end with it. */
    public static <T> T with(int threads, Function<ExecutorService, T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads, Threads::worker);
        try {
            return work.apply(executor);
        } finally {
            executor.shutdownNow();
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "foreshock-replications");
        thread.setDaemon(true);
        return thread;
    }
}
