package dev.foreshock.reports;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.reports.internal.terminal.CompareScreen;
import dev.foreshock.reports.internal.terminal.Paint;

/** Tells a comparison on a terminal: what each set of measures comes to, what suffices, and what it hangs on. */
public final class TerminalComparison {
    private TerminalComparison() {}

    /**
     * Returns the text.
     *
     * @param ending how the command ends, as in {@code exit 0: passed}
     * @param colored whether to use ANSI colors
     */
    public static String tell(Comparison comparison, CompareContext context, String ending, boolean colored) {
        return CompareScreen.of(comparison, context, ending, colored ? Paint.COLORED : Paint.PLAIN);
    }
}
