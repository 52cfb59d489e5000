package dev.foreshock.engine.internal.parts;

import org.jspecify.annotations.Nullable;

/**
 * First come, first served, and last come, first served while there is a standing queue: those who came last can still be
 * served in time (Maurer, "Fail at scale", ACM Queue 13(8), 2015).
 */
final class AdaptiveLastCome implements Waiting {
    private final Chain chain;
    private final StandingQueue standing;

    AdaptiveLastCome(Chain chain, long intervalNanos) {
        this.chain = chain;
        standing = new StandingQueue(intervalNanos);
    }

    @Override
    public int size() {
        return chain.size();
    }

    @Override
    public void join(Job job, long nowNanos) {
        chain.addLast(job);
        standing.joined(chain.size(), nowNanos);
    }

    @Override
    public void putBack(Job job, long nowNanos) {
        if (standing.isThere(nowNanos)) {
            chain.addLast(job);
        } else {
            chain.addFirst(job);
        }
        standing.joined(chain.size(), nowNanos);
    }

    @Override
    public @Nullable Job next(long nowNanos) {
        return standing.isThere(nowNanos) ? chain.last() : chain.first();
    }

    @Override
    public void remove(Job job) {
        chain.remove(job);
    }
}
