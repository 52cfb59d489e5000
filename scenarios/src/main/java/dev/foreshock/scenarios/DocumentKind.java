package dev.foreshock.scenarios;

/** What a file can be. */
public enum DocumentKind {
    /** A system, its users, an incident and what is claimed about it. */
    SCENARIO,
    /** Components and their calls. */
    SYSTEM,
    /** Changes to a scenario, in a file of their own. */
    OVERLAY,
    /** Where the parts of a system are in the real world. */
    TARGET
}
