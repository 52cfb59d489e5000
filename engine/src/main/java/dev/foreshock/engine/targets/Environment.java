package dev.foreshock.engine.targets;

/** What a real system is there for. */
public enum Environment {
    /** One developer. */
    LOCAL,
    /** Tests. */
    TEST,
    /** Looking at what comes next, by people who know. */
    STAGING,
    /** Users. */
    PRODUCTION
}
