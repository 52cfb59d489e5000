package dev.foreshock.engine.internal.parts;

import org.jspecify.annotations.Nullable;

/** First come, first served. */
final class FirstCome implements Waiting {
    private final Chain chain;

    FirstCome(Chain chain) {
        this.chain = chain;
    }

    @Override
    public int size() {
        return chain.size();
    }

    @Override
    public void join(Job job, long nowNanos) {
        chain.addLast(job);
    }

    @Override
    public void putBack(Job job, long nowNanos) {
        chain.addFirst(job);
    }

    @Override
    public @Nullable Job next(long nowNanos) {
        return chain.first();
    }

    @Override
    public void remove(Job job) {
        chain.remove(job);
    }
}
