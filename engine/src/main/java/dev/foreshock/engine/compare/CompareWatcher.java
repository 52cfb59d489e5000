package dev.foreshock.engine.compare;

/** Follows a comparison while it is under way. Called from the threads that run trials. */
public interface CompareWatcher {
    /** Follows nothing and never stops the comparison. */
    CompareWatcher NONE = new CompareWatcher() {
        @Override
        public void progress(double done, String doing) {}

        @Override
        public boolean stopWanted() {
            return false;
        }
    };

    /**
     * Hears how far it is.
     *
     * @param done the share of the work that is foreseen, from 0 to 1
     * @param doing what is being done, for people
     */
    void progress(double done, String doing);

    /** Tells whether the comparison is to be stopped. */
    boolean stopWanted();
}
