package dev.foreshock.junit;

import java.util.List;
import org.opentest4j.MultipleFailuresError;

/** What did not hold in the runs of a scenario: a failure for each claim, and the command that runs the same again. */
public final class ScenarioFailedError extends MultipleFailuresError {
    private static final long serialVersionUID = 1;

    private final String replay;

    /**
     * Creates an error.
     *
     * @param heading what was run
     * @param failures what did not hold, each also suppressed by this one, so that their places are told
     * @param replay the command that gives the same result
     */
    public ScenarioFailedError(String heading, List<? extends Throwable> failures, String replay) {
        super(heading, failures);
        this.replay = replay;
        failures.forEach(this::addSuppressed);
    }

    /** Returns the command that gives the same result, for the directory that the tests ran in. */
    public String replay() {
        return replay;
    }

    /** Returns the heading, a line for each failure, and the command. */
    @Override
    public String getMessage() {
        return super.getMessage() + "\nreplay: " + replay;
    }
}
