package dev.foreshock.engine.compare;

import java.util.concurrent.atomic.AtomicInteger;

/** A watcher who wants an end after so many runs. */
public final class Impatient implements CompareWatcher {
    private final AtomicInteger left;

    /** @param runs after how many runs; 0 for at once */
    public Impatient(int runs) {
        left = new AtomicInteger(runs);
    }

    @Override
    public void progress(double done, String doing) {
        left.decrementAndGet();
    }

    @Override
    public boolean stopWanted() {
        return left.get() <= 0;
    }
}
