package dev.foreshock.reports;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.markdown.CompareSummary;
import dev.foreshock.reports.internal.markdown.RunSummary;
import dev.foreshock.reports.internal.markdown.WhySummary;

/**
 * Summaries of a step of continuous integration, in Markdown. What is too much is left out, the least important first, and
 * a line says so.
 */
public final class StepSummary {
    /** So many bytes a step may have; hosts refuse more than 1 MiB altogether. */
    public static final int MOST_BYTES = 900_000;

    private StepSummary() {}

    /**
     * Returns the summary of a run.
     *
     * @param ending how the command ends, as in {@code exit 0: passed}
     * @param most how many bytes of UTF-8 it may have
     */
    public static String of(RunSet runs, RunContext context, String ending, int most) {
        return RunSummary.of(Account.of(runs), runs, context, ending).within(most);
    }

    /**
     * Returns the summary of a comparison.
     *
     * @param ending how the command ends, as in {@code exit 0: a set of measures suffices}
     * @param most how many bytes of UTF-8 it may have
     */
    public static String of(Comparison comparison, CompareContext context, String ending, int most) {
        return CompareSummary.of(comparison.scenario(), Measures.of(comparison), context, ending)
                .within(most);
    }

    /**
     * Returns the summary of what an impact comes from.
     *
     * @param most how many bytes of UTF-8 it may have
     */
    public static String of(Attribution attribution, WhyContext context, int most) {
        return WhySummary.of(attribution, context).within(most);
    }
}
