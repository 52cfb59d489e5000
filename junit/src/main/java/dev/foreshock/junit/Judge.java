package dev.foreshock.junit;

/** What a {@link ScenarioTest} asserts of its own accord. */
public enum Judge {
    /** The gates: does the system hold? */
    GATES,
    /** The record: does the model repeat history? Only for a scenario that has one and is not changed. */
    RECORD,
    /** Nothing: what is expected is the affair of the method. */
    NOTHING
}
