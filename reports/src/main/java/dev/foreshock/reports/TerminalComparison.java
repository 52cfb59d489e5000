package dev.foreshock.reports;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.reports.internal.terminal.CompareScreen;

/** Tells a comparison on a terminal: what each set of measures comes to, what suffices, and what it hangs on. */
public final class TerminalComparison {
    private TerminalComparison() {}

    /**
     * Returns the text.
     *
     * @param ending how the command ends, as in {@code exit 0: passed}
     */
    public static String tell(Comparison comparison, CompareContext context, String ending, Page page) {
        return CompareScreen.of(comparison, context, ending, page);
    }
}
