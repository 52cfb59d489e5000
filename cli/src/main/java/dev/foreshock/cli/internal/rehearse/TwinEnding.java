package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import java.io.IOException;

/**
 * How a command ends whose twin did not come to the end of what it was to play.
 *
 * @param here where the command runs
 */
public record TwinEnding(Surroundings here) {
    /** A person did not want to wait for it. */
    public ExitCode interrupted() {
        here.err().println("foreshock: interrupted; the twin has ended");
        return ExitCode.INTERRUPTED;
    }

    /** A person did not want to wait for the prediction, before anything was started. */
    ExitCode interruptedBefore() {
        here.err().println("foreshock: interrupted during the prediction; nothing had been started");
        return ExitCode.INTERRUPTED;
    }

    /**
     * Something failed.
     *
     * @param what what came of it, as the start of a sentence
     */
    public ExitCode failed(String what, Exception failure) {
        // A Ctrl-C reaches guards and services as well, any of which can be the first to end.
        if (here.interrupts().isWanted()) {
            return interrupted();
        }
        here.err()
                .println("foreshock: " + what + ": "
                        + (failure instanceof IOException io ? DiskWords.of(io) : failure.getMessage()));
        return ExitCode.ABORTED;
    }
}
