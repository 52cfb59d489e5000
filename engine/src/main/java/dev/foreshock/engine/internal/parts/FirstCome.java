package dev.foreshock.engine.internal.parts;

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
    public void join(int job, long nowNanos) {
        chain.addLast(job);
    }

    @Override
    public void putBack(int job, long nowNanos) {
        chain.addFirst(job);
    }

    @Override
    public int next(long nowNanos) {
        return chain.first();
    }

    @Override
    public void remove(int job) {
        chain.remove(job);
    }
}
