package dev.foreshock.faults.process;

/** A signal of POSIX. */
public enum Signal {
    /** The process ends at once. */
    KILL,
    /** The process is stopped where it is. */
    STOP,
    /** The process goes on. */
    CONT;

    @Override
    public String toString() {
        return "SIG" + name();
    }
}
