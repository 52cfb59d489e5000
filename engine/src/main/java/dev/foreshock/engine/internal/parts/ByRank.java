package dev.foreshock.engine.internal.parts;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Those of the first rank first, each rank in an order of its own. */
final class ByRank implements Waiting {
    private final Ranks ranks;
    private final Waiting[] queues;
    private int size;

    ByRank(Ranks ranks, Supplier<Waiting> order) {
        this.ranks = ranks;
        queues = IntStream.range(0, ranks.count()).mapToObj(rank -> order.get()).toArray(Waiting[]::new);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void join(Job job, long nowNanos) {
        queues[ranks.of(job)].join(job, nowNanos);
        size++;
    }

    @Override
    public void putBack(Job job, long nowNanos) {
        queues[ranks.of(job)].putBack(job, nowNanos);
        size++;
    }

    @Override
    public @Nullable Job next(long nowNanos) {
        for (Waiting queue : queues) {
            if (queue.size() > 0) {
                return queue.next(nowNanos);
            }
        }
        return null;
    }

    @Override
    public void remove(Job job) {
        queues[ranks.of(job)].remove(job);
        size--;
    }
}
