package dev.foreshock.engine.describe;

/** The kinds of declared things that settings refer to by name. */
public enum Named {
    /** A component of the system. */
    COMPONENT,
    /** A person or team that can be paged or called in. */
    RESPONDER,
    /** A class of requests. */
    REQUEST
}
