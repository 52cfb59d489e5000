package dev.foreshock.engine.internal.parts;

/** Last come, first served. */
final class LastCome implements Waiting {
    private final Chain chain;

    LastCome(Chain chain) {
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
        chain.addLast(job);
    }

    @Override
    public int next(long nowNanos) {
        return chain.last();
    }

    @Override
    public void remove(int job) {
        chain.remove(job);
    }
}
