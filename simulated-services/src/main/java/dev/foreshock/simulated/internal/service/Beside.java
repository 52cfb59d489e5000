package dev.foreshock.simulated.internal.service;

/** Hears how long calls took beside what is modelled, as a commit does that goes to a disk. */
public interface Beside {
    /**
     * A call took so long.
     *
     * @param key names the call
     * @param nanos how long
     */
    void took(long key, long nanos);

    /** Nobody hears it. */
    Beside UNHEARD = new Beside() {
        @Override
        public void took(long key, long nanos) {}

        @Override
        public void isUnknown(long key) {}
    };

    /** Nobody can say how long a call took beside what is modelled: it shows nothing of what calls cost. */
    void isUnknown(long key);
}
