package dev.foreshock.engine.call;

/** Whose experience a policy of a call goes by. */
public enum Scope {
    /** One for all callers together, as if they shared what they know. */
    FLEET,
    /** One for each replica of the caller. */
    REPLICA,
    /** One for each user on whose behalf the call is made. */
    USER
}
