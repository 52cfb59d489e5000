package dev.foreshock.reports;

import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.reports.internal.terminal.WhyScreen;

/** Tells on a terminal what an impact comes from. */
public final class TerminalWhy {
    private TerminalWhy() {}

    /**
     * Returns the text.
     */
    public static String tell(Attribution attribution, WhyContext context, Page page) {
        return WhyScreen.of(attribution, context, page);
    }
}
