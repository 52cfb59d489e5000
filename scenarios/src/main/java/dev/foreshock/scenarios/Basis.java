package dev.foreshock.scenarios;

/** Where a number comes from. */
public enum Basis {
    /** Stated by a source that was there. */
    FACT,
    /** Measured; a range is what the measurement leaves open. */
    MEASURED,
    /** Chosen so that the model repeats what was measured elsewhere. */
    CALIBRATED,
    /** Chosen because it is plausible. */
    CHOSEN
}
