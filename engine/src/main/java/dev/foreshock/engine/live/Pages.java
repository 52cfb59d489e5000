package dev.foreshock.engine.live;

/**
 * Keeps for real the pages of a server that has a page cache, and decides by itself which are there and fresh. Which page a request asks for
 * is the part's to draw. Called by the thread of the part, from within its methods: nothing may wait here, nor call the part back before it
 * has returned.
 */
public non-sealed interface Pages extends Behind {
    /** What came of looking for a page. */
    enum Look {
        /** It is there and fresh. */
        THERE,
        /** It is not. */
        ABSENT,
        /** Nobody could say: it counts as not there. */
        FAILED
    }

    /**
     * Looks for a page; what came of it goes to {@link ComponentPart#looked}.
     *
     * @param ticket names the look, unlike any other of this part
     */
    void look(long ticket, int page);

    /**
     * Keeps a page from now on. Nobody waits for that.
     *
     * @param ttlNanos how long it is fresh
     */
    void keep(int page, long ttlNanos);

    /** The process died that pages are kept for: none of them is there any more. */
    void lost();

    /** Returns for how long a look is waited for, in nanoseconds. One that takes longer has failed. */
    long patienceNanos();
}
