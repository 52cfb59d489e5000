package dev.foreshock.cli.internal;

import dev.foreshock.engine.Watcher;

/**
 * Follows replications that are numbered from 1 on.
 *
 * @param watcher numbers them from 0 on
 */
record Shifted(Watcher watcher) implements Watcher {
    @Override
    public void progress(int replication, long simulatedNanos, long ofNanos) {
        watcher.progress(replication - 1, simulatedNanos, ofNanos);
    }

    @Override
    public boolean stopWanted() {
        return watcher.stopWanted();
    }
}
