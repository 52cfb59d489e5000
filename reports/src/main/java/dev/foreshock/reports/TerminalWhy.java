package dev.foreshock.reports;

import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.reports.internal.terminal.Paint;
import dev.foreshock.reports.internal.terminal.WhyScreen;

/** Tells on a terminal what an impact comes from. */
public final class TerminalWhy {
    private TerminalWhy() {}

    /**
     * Returns the text.
     *
     * @param colored whether to use ANSI colors
     */
    public static String tell(Attribution attribution, WhyContext context, boolean colored) {
        return WhyScreen.of(attribution, context, colored ? Paint.COLORED : Paint.PLAIN);
    }
}
