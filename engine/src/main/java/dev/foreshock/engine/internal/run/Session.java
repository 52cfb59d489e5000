package dev.foreshock.engine.internal.run;

/** A user who is there. Sessions are used again: see {@link Sessions}. */
final class Session {
    /** When a user became affected who did not. */
    static final long NEVER = -1;

    /** Its number, which stays: what calls and timers know it by. */
    final int number;

    /** The number of the user, in the order of coming. */
    int user;

    /** How many pages the user looks at, and the one that is looked at now, from 0. */
    int pages;

    int page;

    /** How often the page was refreshed. */
    int refreshes;

    /** What the page view asks for: a choice of {@link Asks}. */
    int choice;

    /** When the page was first asked for, and when it was asked for last. */
    long clicked;

    long sent;

    /** Whether the user is there, and waits for an answer. */
    boolean present;

    boolean waiting;

    /** Whether the user is of the population. */
    boolean counted;

    /** When the user became affected, or {@link #NEVER}. */
    long affectedAt;

    /** Whether the user was there from the start, and stays. */
    boolean resident;

    Session(int number) {
        this.number = number;
    }
}
