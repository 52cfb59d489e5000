package dev.foreshock.engine.describe;

/**
 * Something wrong with a description.
 *
 * @param flaw the kind of mistake
 * @param path where it is, as dotted names in file spelling, such as {@code components.web.calls.db.to}
 * @param message what is wrong: {@code <subject> must <rule>, but was <value>}
 * @param help the way out; empty when there is none to name
 */
public record Problem(Flaw flaw, String path, String message, String help) {
    /** The kinds of mistake; each has an error code in files. */
    public enum Flaw {
        /** A number outside its limits. */
        RANGE,
        /** A name that nothing declared. */
        DANGLING,
        /** Settings that exclude each other, or miss each other. */
        CONFLICT,
        /** A chain that comes back to its start. */
        CYCLE,
        /** A claim that can never be evaluated. */
        UNJUDGEABLE
    }

    @Override
    public String toString() {
        return path + ": " + message + (help.isEmpty() ? "" : " (" + help + ")");
    }
}
