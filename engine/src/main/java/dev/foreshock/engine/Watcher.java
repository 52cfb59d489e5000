package dev.foreshock.engine;

/** Follows a run while it is under way. Called from the threads that run replications, a few times a second at least. */
public interface Watcher {
    /** Follows nothing and never stops the run. */
    Watcher NONE = new Watcher() {
        @Override
        public void progress(int replication, long simulatedNanos, long ofNanos) {}

        @Override
        public boolean stopWanted() {
            return false;
        }
    };

    /** Hears how many replications there will be, unless a look at them says that there must be more; then it hears of those. */
    default void planned(int replications) {}

    /** Hears how far a replication is; {@code simulatedNanos} equals {@code ofNanos} once when it is done. */
    void progress(int replication, long simulatedNanos, long ofNanos);

    /** Tells whether the run is to be stopped. */
    boolean stopWanted();
}
