package dev.foreshock.reports;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.html.HtmlReport;
import dev.foreshock.reports.internal.json.ComparisonJson;
import dev.foreshock.reports.internal.json.ResultJson;
import dev.foreshock.reports.internal.json.RunJson;
import dev.foreshock.reports.internal.markdown.Postmortem;
import java.util.List;

/** The files that tell about a comparison. A new format is one more constant with its renderer. */
public enum CompareFile {
    /** What was compared and found, for programs. Depends on nothing but the result. */
    COMPARISON_JSON("comparison.json"),
    /** What was observed of the unchanged scenario as written, for programs. */
    RESULT_JSON("result.json"),
    /** The circumstances, for programs. */
    RUN_JSON("run.json"),
    /** A page for people: what happened, and what would have prevented it. */
    REPORT_HTML("report.html"),
    /** A draft of the document that people write after an outage, with its corrective measures. */
    POSTMORTEM_MD("postmortem.md");

    private final String fileName;

    CompareFile(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name of the file. */
    public String fileName() {
        return fileName;
    }

    /**
     * Returns the text of {@link #COMPARISON_JSON}, which depends on nothing but the comparison.
     *
     * @param without the causes that were taken away from every set
     */
    public static String json(Comparison comparison, List<String> without) {
        return ComparisonJson.render(comparison, without);
    }

    /**
     * Returns the text of the file, to be written as UTF-8.
     *
     * @param comparison what was compared
     * @param unchanged the unchanged scenario as written, for its story
     * @param context the circumstances
     */
    public String render(Comparison comparison, RunSet unchanged, RunContext context) {
        return switch (this) {
            case COMPARISON_JSON -> json(comparison, context.origin().without());
            case RESULT_JSON -> ResultJson.render(unchanged);
            case RUN_JSON -> RunJson.render(unchanged, context);
            case REPORT_HTML -> HtmlReport.render(Account.of(unchanged), Measures.of(comparison), context);
            case POSTMORTEM_MD -> Postmortem.render(Account.of(unchanged), Measures.of(comparison), context);
        };
    }
}
