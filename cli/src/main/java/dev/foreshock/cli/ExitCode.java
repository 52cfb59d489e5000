package dev.foreshock.cli;

import dev.foreshock.engine.judge.Verdict;

/** What the command ends with. In order of precedence: where several apply, the first one counts. */
public enum ExitCode {
    /** A bug in Foreshock. */
    BUG(1, "a bug in Foreshock"),
    /** Something injected may still be active. */
    ROLLBACK_INCOMPLETE(7, "rollback incomplete"),
    /** A guard ended the run. */
    ABORTED(6, "aborted by a guard"),
    /** A person ended the run. */
    INTERRUPTED(130, "interrupted"),
    /** The command line is wrong. */
    USAGE(2, "wrong usage"),
    /** The scenario is invalid, or a claim could not be evaluated. */
    INVALID(3, "invalid file, or a claim that could not be evaluated"),
    /** A claim does not hold: a finding, not a failure. */
    DEVIATED(4, "deviated"),
    /** Nothing deviated, but an interval straddles its limit. */
    INCONCLUSIVE(5, "inconclusive"),
    /** Every claim holds. */
    PASSED(0, "passed");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** Returns the number that the process ends with. */
    public int number() {
        return number;
    }

    /** Returns a few words on what it means. */
    public String meaning() {
        return meaning;
    }

    /** Returns the code for a verdict. */
    public static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> PASSED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case DEVIATED -> DEVIATED;
            case ABORTED -> ABORTED;
            case ERROR -> INVALID;
        };
    }

    /** Returns the one of both that counts. */
    public ExitCode or(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
