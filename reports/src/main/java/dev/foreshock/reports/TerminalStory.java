package dev.foreshock.reports;

import dev.foreshock.engine.RunSet;
import dev.foreshock.reports.internal.terminal.Paint;
import dev.foreshock.reports.internal.terminal.Screen;

/** Tells a run on a terminal: what happened and why, what was claimed and observed, and what to try next. */
public final class TerminalStory {
    private TerminalStory() {}

    /**
     * Returns the text, in lines of at most 100 columns where names allow it.
     *
     * @param ending how the command ends, as in {@code exit 0: passed}
     * @param colored whether to use ANSI colors
     */
    public static String tell(RunSet runs, RunContext context, String ending, boolean colored) {
        return Screen.of(runs, context, ending, colored ? Paint.COLORED : Paint.PLAIN);
    }
}
