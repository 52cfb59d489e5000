package dev.foreshock.engine.internal.calls;

/** Where a node of the switchboard is. Numbers rather than an enumeration: there is one for each call under way. */
final class Place {
    /** Waits to be sent again, or to be told that it was turned away. */
    static final byte BACKING_OFF = 0;

    /** Waits for a connection, or opens one. */
    static final byte CONNECTING = 1;

    /** Is on the way to the component. */
    static final byte OUTBOUND = 2;

    /** Is held by the component. */
    static final byte INSIDE = 3;

    /** Its answer is on the way back. */
    static final byte INBOUND = 4;

    /** Was answered; what it asked for is still worked on. */
    static final byte TAKEN_OVER = 5;

    /** Is finished: it was taken over, or got lost until its caller gave up. */
    static final byte FINISHED = 6;

    /** Got lost on the way there or back: nothing more happens to it until its caller gives up. */
    static final byte LOST = 7;

    private Place() {}
}
