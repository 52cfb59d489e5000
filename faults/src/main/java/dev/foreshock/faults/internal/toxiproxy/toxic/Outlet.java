package dev.foreshock.faults.internal.toxiproxy.toxic;

/** Where bytes of one direction go next. */
public interface Outlet {
    /** Takes over {@code chunk}. After {@link #finish} it is dropped. */
    void offer(Chunk chunk);

    /** Says that nothing more will come. A second time changes nothing. */
    void finish();

    /** Resets the connection at once, whatever is on its way. */
    void abort();
}
