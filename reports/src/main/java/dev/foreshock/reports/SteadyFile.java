package dev.foreshock.reports;

import dev.foreshock.reports.internal.account.SteadyAccountReader;
import dev.foreshock.reports.internal.html.SteadyPage;
import dev.foreshock.reports.internal.json.RunJson;
import dev.foreshock.reports.internal.json.SteadyJson;
import dev.foreshock.reports.internal.junit.SteadyJunit;

/** The files that tell about a steady run. A new format is one more constant with its renderer. */
public enum SteadyFile {
    /** What was observed, for programs. Depends on nothing but the result: equal results give equal bytes. */
    RESULT_JSON("result.json"),
    /** The circumstances of the run, for programs. */
    RUN_JSON("run.json"),
    /** A test case for each gate, for continuous integration; skipped where it has no meaning in the long run. */
    JUNIT_XML("junit.xml"),
    /** A page for people, in one file that needs no network, script or style. It says nothing that {@link #RESULT_JSON} does not. */
    REPORT_HTML("report.html");

    private final String fileName;

    SteadyFile(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name of the file. */
    public String fileName() {
        return fileName;
    }

    /** Returns the text of {@link #RESULT_JSON}, which depends on nothing but the result. */
    public static String json(SteadyReport report) {
        return SteadyJson.render(report);
    }

    /** Returns the text of the file, to be written as UTF-8. */
    public String render(SteadyReport report, RunContext context) {
        return switch (this) {
            case RESULT_JSON -> json(report);
            case RUN_JSON -> RunJson.render(report, context);
            case JUNIT_XML -> SteadyJunit.render(report, context);
            case REPORT_HTML -> SteadyPage.render(SteadyAccountReader.read(json(report)), context);
        };
    }
}
