package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.compare.CompareWatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Does tasks several at a time. Results do not hang on the order in which tasks end. */
public final class Crew {
    private Crew() {}

    /**
     * Does {@code tasks} and returns what came of them, in their order. After a failure nobody begins another.
     *
     * @throws StoppedException if a task was stopped
     */
    public static <T, R> List<R> run(List<T> tasks, Function<T, R> work, int threads, Executor executor) {
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(tasks.size());
        join(begin(tasks, work, results, threads, executor));
        List<R> all = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            all.add(results.get(i));
        }
        return List.copyOf(all);
    }

    /** Does the same and, where a task was stopped, returns what came of those before the first that did not end. */
    public static <T, R> List<R> runAsFarAsItGoes(List<T> tasks, Function<T, R> work, int threads, Executor executor) {
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(tasks.size());
        try {
            join(begin(tasks, work, results, threads, executor));
        } catch (StoppedException e) {
            // what ended is what is returned
        }
        List<R> ended = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            R result = results.get(i);
            if (result == null) {
                break;
            }
            ended.add(result);
        }
        return List.copyOf(ended);
    }

    private static <T, R> List<CompletableFuture<Void>> begin(
            List<T> tasks, Function<T, R> work, AtomicReferenceArray<R> results, int threads, Executor executor) {
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, tasks.size()); thread++) {
            workers.add(CompletableFuture.runAsync(() -> work(tasks, work, results, next), executor));
        }
        return workers;
    }

    private static <T, R> void work(
            List<T> tasks, Function<T, R> work, AtomicReferenceArray<R> results, AtomicInteger next) {
        boolean isDone = false;
        try {
            for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                results.set(i, work.apply(tasks.get(i)));
            }
            isDone = true;
        } finally {
            if (!isDone) {
                next.set(tasks.size());
            }
        }
    }

    private static void join(List<CompletableFuture<Void>> workers) {
        try {
            CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Returns what stops a run when {@code watcher} wants it, and tells nobody how far the run is. */
    public static Watcher stopper(CompareWatcher watcher) {
        return new Watcher() {
            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {}

            @Override
            public boolean stopWanted() {
                return watcher.stopWanted();
            }
        };
    }
}
