package dev.foreshock.engine.people;

/**
 * An earlier step and how it must have ended. Files write {@code triage}, {@code restart failed}, {@code restart worked}.
 *
 * @param step the step's name
 * @param ending how it must have ended
 */
public record StepRef(String step, Ending ending) implements Comparable<StepRef> {
    /** How a step can have ended. */
    public enum Ending {
        /** In any way; skipping it counts. */
        DONE,
        /** Done, and what it did worked. */
        WORKED,
        /** Done, and what it did failed. */
        FAILED
    }

    /** Returns a reference to {@code step}, ended in any way. */
    public static StepRef done(String step) {
        return new StepRef(step, Ending.DONE);
    }

    /** Returns a reference to {@code step}, failed. */
    public static StepRef failed(String step) {
        return new StepRef(step, Ending.FAILED);
    }

    @Override
    public int compareTo(StepRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return switch (ending) {
            case DONE -> step;
            case WORKED -> step + " worked";
            case FAILED -> step + " failed";
        };
    }
}
