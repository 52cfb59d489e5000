package dev.foreshock.junit;

/** What becomes of a test of which some claims are inconclusive, and none is worse. */
public enum Inconclusive {
    /** It fails: what is not known to hold does not pass. */
    FAILS,
    /** It is aborted, as by an assumption that was not met. */
    ABORTS
}
