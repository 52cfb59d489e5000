package dev.foreshock.load.internal;

/** What a session of Gatling knows. */
final class Keys {
    static final String VISITOR = "visitor";
    static final String ORDER = "order";
    static final String GOES_ON = "goesOn";
    static final String STOPS = "stops";
    static final String STATUS = "status";
    static final String OUTCOME = "outcome";
    static final String INSIDE = "inside";

    private Keys() {}
}
