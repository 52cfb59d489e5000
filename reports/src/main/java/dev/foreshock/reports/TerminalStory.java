package dev.foreshock.reports;

import dev.foreshock.engine.RunSet;
import dev.foreshock.reports.internal.terminal.Screen;

/** Tells a run on a terminal: what happened and why, what was claimed and observed, and what to try next. */
public final class TerminalStory {
    private TerminalStory() {}

    /**
     * Returns the text.
     *
     * @param ending how the command ends, as in {@code exit 0: passed}
     */
    public static String tell(RunSet runs, RunContext context, String ending, Page page) {
        return Screen.of(runs, context, ending, page);
    }
}
