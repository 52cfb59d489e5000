package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.RunSet;
import dev.foreshock.reports.RunContext;

/** Renders {@code report.html}. */
public final class HtmlReport {
    private HtmlReport() {}

    /** Returns the file's text. */
    public static String render(RunSet runs, RunContext context) {
        return "";
    }
}
