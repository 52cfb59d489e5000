package dev.foreshock.engine.describe;

/** The ways in which a part of a scenario can bring an impact about. */
public enum Influence {
    /** A fault that is injected. */
    FAULT,
    /** Users who come beside the usual ones. */
    TRAFFIC,
    /** What users or components do when something fails. */
    BEHAVIOR,
    /** What a component has too little of. */
    LIMIT,
    /** What people do about it. */
    RESPONSE
}
