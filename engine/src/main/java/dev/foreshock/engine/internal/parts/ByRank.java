package dev.foreshock.engine.internal.parts;

import java.util.function.Supplier;
import java.util.stream.IntStream;

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
    public void join(int job, long nowNanos) {
        queues[ranks.of(job)].join(job, nowNanos);
        size++;
    }

    @Override
    public void putBack(int job, long nowNanos) {
        queues[ranks.of(job)].putBack(job, nowNanos);
        size++;
    }

    @Override
    public int next(long nowNanos) {
        for (Waiting queue : queues) {
            if (queue.size() > 0) {
                return queue.next(nowNanos);
            }
        }
        return Jobs.NONE;
    }

    @Override
    public void remove(int job) {
        queues[ranks.of(job)].remove(job);
        size--;
    }
}
