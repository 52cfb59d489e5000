package dev.foreshock.reports;

import dev.foreshock.engine.RunSet;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.html.HtmlReport;
import dev.foreshock.reports.internal.json.ResultJson;
import dev.foreshock.reports.internal.json.RunJson;
import dev.foreshock.reports.internal.junit.JunitXml;
import dev.foreshock.reports.internal.markdown.Postmortem;

/** The files that tell about a run. A new format is one more constant with its renderer. */
public enum ReportFile {
    /** What was observed, for programs. Depends on nothing but the result: equal results give equal bytes. */
    RESULT_JSON("result.json"),
    /** The circumstances of the run, for programs. */
    RUN_JSON("run.json"),
    /** A test case for each claim, for continuous integration. */
    JUNIT_XML("junit.xml"),
    /** A page for people, in one file that needs no network, script or style. */
    REPORT_HTML("report.html"),
    /** A draft of the document that people write after an outage. */
    POSTMORTEM_MD("postmortem.md");

    private final String fileName;

    ReportFile(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name of the file. */
    public String fileName() {
        return fileName;
    }

    /** Returns the text of the file, to be written as UTF-8. */
    public String render(RunSet runs, RunContext context) {
        return switch (this) {
            case RESULT_JSON -> ResultJson.render(runs);
            case RUN_JSON -> RunJson.render(runs, context);
            case JUNIT_XML -> JunitXml.render(runs, context);
            case POSTMORTEM_MD -> Postmortem.render(Account.of(runs), null, context);
            case REPORT_HTML -> HtmlReport.render(Account.of(runs), null, context);
        };
    }
}
