package dev.foreshock.reports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.AccountReader;
import dev.foreshock.reports.internal.account.Circumstances;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.MeasuresReader;
import dev.foreshock.reports.internal.account.Rehearsal;
import dev.foreshock.reports.internal.account.RehearsalReader;
import dev.foreshock.reports.internal.account.SteadyAccount;
import dev.foreshock.reports.internal.account.SteadyAccountReader;
import dev.foreshock.reports.internal.account.UnreadableException;
import dev.foreshock.reports.internal.html.HtmlReport;
import dev.foreshock.reports.internal.html.SteadyPage;
import dev.foreshock.reports.internal.markdown.Postmortem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Renders what people read of an earlier run anew, from the files for programs alone: nothing is simulated. */
public final class PastReport {
    private PastReport() {}

    /**
     * Returns the texts of {@code report.html} and {@code postmortem.md}, by file name. Of a steady run there is no postmortem, and
     * nothing that was compared is of it.
     *
     * @param result the text of {@code result.json}
     * @param run the text of {@code run.json}, or null if there is none; then the circumstances are not told
     * @param comparison the text of {@code comparison.json}, or null if nothing was compared
     * @param rehearsal the text of {@code rehearsal.json}, or null if nothing was rehearsed; it is read where the result is that of a
     *     rehearsal, and {@code comparison} where it is not, as either may be left of something else
     * @throws IllegalArgumentException if one of them is not what Foreshock writes
     */
    public static Map<String, String> render(
            String result, @Nullable String run, @Nullable String comparison, @Nullable String rehearsal) {
        JsonNode tree = of(
                ReportFile.RESULT_JSON.fileName(), () -> AccountReader.tree(result, ReportFile.RESULT_JSON.fileName()));
        if (SteadyAccountReader.isSteady(tree)) {
            return steady(tree, run);
        }
        Account account = of(ReportFile.RESULT_JSON.fileName(), () -> AccountReader.read(tree));
        RunContext context = of(ReportFile.RUN_JSON.fileName(), () -> Circumstances.read(run, account.scenario()));
        if (account.world().equals(RehearsalReport.WORLD)) {
            return rehearsed(account, rehearsal, context);
        }
        Measures measures = comparison == null
                ? null
                : of(CompareFile.COMPARISON_JSON.fileName(), () -> MeasuresReader.read(comparison, account.scenario()));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(ReportFile.REPORT_HTML.fileName(), HtmlReport.render(account, measures, context));
        texts.put(ReportFile.POSTMORTEM_MD.fileName(), Postmortem.render(account, measures, context));
        return texts;
    }

    private static Map<String, String> steady(JsonNode result, @Nullable String run) {
        SteadyAccount account = of(ReportFile.RESULT_JSON.fileName(), () -> SteadyAccountReader.read(result));
        RunContext context = of(ReportFile.RUN_JSON.fileName(), () -> Circumstances.read(run, account.scenario()));
        return Map.of(ReportFile.REPORT_HTML.fileName(), SteadyPage.render(account, context));
    }

    /** A page must not lose what it had, so that it is not made without what was foretold. */
    private static Map<String, String> rehearsed(Account account, @Nullable String rehearsal, RunContext context) {
        if (rehearsal == null) {
            throw new UnreadableException(
                    RehearsalReport.FILE_NAME
                            + " must lie beside the result.json of a rehearsal, but does not; without it the page would lose what was predicted");
        }
        Rehearsal told = of(RehearsalReport.FILE_NAME, () -> RehearsalReader.read(rehearsal, account));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(ReportFile.REPORT_HTML.fileName(), HtmlReport.rehearsed(account, told, context));
        texts.put(ReportFile.POSTMORTEM_MD.fileName(), Postmortem.render(account, null, context));
        return texts;
    }

    /** Returns what was read of a file, whose name is said where a place in it is told. */
    private static <T> T of(String file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableException e) {
            String said = String.valueOf(e.getMessage());
            throw said.startsWith("/") ? new UnreadableException(file + ": " + said) : e;
        }
    }
}
