package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.html.Frame.link;
import static dev.foreshock.reports.internal.html.Frame.paragraph;
import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.Rehearsal;
import dev.foreshock.reports.internal.figure.AffectedWords;
import dev.foreshock.reports.internal.figure.FullSize;
import dev.foreshock.reports.internal.figure.Headline;
import dev.foreshock.reports.internal.figure.Tally;
import dev.foreshock.reports.internal.figure.Told;
import dev.foreshock.reports.internal.figure.compare.Answer;
import dev.foreshock.reports.internal.figure.compare.Draws;
import dev.foreshock.reports.internal.figure.compare.TwoMeans;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders {@code report.html}: one file that loads nothing and says everything where scripts and styles are blocked; the
 * script adds a cursor and a zoom to the charts.
 */
public final class HtmlReport {
    private static final String AS_IT_HAPPENED = "The scenario as it happened";

    private HtmlReport() {}

    /** Returns the file's text, with what would have prevented it where that is known. */
    public static String render(Account runs, @Nullable Measures measures, RunContext context) {
        return render(runs, measures, null, context);
    }

    /** Returns the file's text about a rehearsal, with what was foretold of it. */
    public static String rehearsed(Account run, Rehearsal rehearsal, RunContext context) {
        return render(run, null, rehearsal, context);
    }

    private static String render(
            Account runs, @Nullable Measures measures, @Nullable Rehearsal rehearsal, RunContext context) {
        boolean isRun = measures == null;
        String header = "<h1>" + escape(runs.scenario()) + ": " + title(runs, measures) + "</h1>\n"
                + head(runs, measures, context)
                + contents(!isRun, rehearsal != null, !Facts.components(runs).isEmpty());
        String main = (measures == null ? "" : MeasuresSection.of(measures, AffectedWords.sentence(runs), context))
                + "<h2 id=\"verdict\" tabindex=\"-1\">" + (isRun ? "Verdict" : AS_IT_HAPPENED) + "</h2>\n"
                + (measures == null ? verdict(runs, "") : asItHappened(runs, measures, context))
                + Sections.claims(runs)
                + (isRun ? paragraph(" class=\"quiet\"", AffectedWords.sentence(runs)) : "")
                + (rehearsal == null ? "" : RehearsalSection.of(rehearsal))
                + "<h2 id=\"story\">What happened</h2>\n"
                + Sections.story(runs)
                + "<h2 id=\"timeline\">Timeline</h2>\n"
                + paragraph(" class=\"quiet\"", told(runs))
                + Charts.of(runs).stream().map(Figure::html).collect(Collectors.joining())
                + Facts.components(runs)
                + "<h2 id=\"given\">What is fact, chosen and calibrated</h2>\n"
                + Facts.givens(context.background().givens(), measures)
                + "<h2 id=\"repeat\">How to repeat it</h2>\n"
                + Facts.origin(runs, measures, context);
        return Frame.of(
                runs.scenario() + ": " + (measures == null ? runs.verdict().text() : Answer.title(measures)),
                isRun ? "verdict" : "measures",
                isRun ? "verdict" : "answer",
                header,
                main);
    }

    private static String told(Account runs) {
        return runs.replications() == 1
                ? ""
                : "All charts and marks are of " + Told.chosen(runs) + ". Impacts and blackouts are known "
                        + runs.words().exactness() + ".";
    }

    private static String contents(boolean isComparison, boolean isRehearsal, boolean hasComponents) {
        return "<nav aria-label=\"Contents\"><ul>\n"
                + (isComparison ? link("measures", "What would have prevented it") : "")
                + link("verdict", isComparison ? AS_IT_HAPPENED : "Verdict")
                + (isRehearsal ? link(RehearsalSection.ID, RehearsalSection.TITLE) : "")
                + link("story", "What happened")
                + link("timeline", "Timeline")
                + (hasComponents ? link("components", "Components") : "")
                + link("given", "What is fact, chosen and calibrated")
                + link("repeat", "How to repeat it") + "</ul></nav>\n";
    }

    /** The answer of a comparison comes first; a run has its verdict. */
    private static String title(Account runs, @Nullable Measures measures) {
        return measures == null ? verdict(runs) : Sections.badge(Answer.verdict(measures), Answer.title(measures));
    }

    /** A passed record is no praise of the system: where gates are lost, they come first, and the record is said beside. */
    private static String verdict(Account runs) {
        if (runs.judgedBy() != JudgedBy.RECORD) {
            return Sections.badge(runs.verdict());
        }
        String record = "by the record: does history repeat?";
        Verdict gates = Tally.worst(runs.gates());
        return runs.gates().isEmpty() || gates == Verdict.PASSED
                ? Sections.badge(runs.verdict()) + " <small>" + record + "</small>"
                : Sections.badge(gates, Tally.system(runs)) + " <small>the record, which is what judges this run: "
                        + runs.verdict().text() + "</small>";
    }

    private static String head(Account runs, @Nullable Measures measures, RunContext context) {
        return paragraph("", runs.about())
                + paragraph(
                        " class=\"quiet\"",
                        measures == null ? Headline.of(runs, context) : Draws.headline(runs.scenario(), measures))
                + paragraph(" class=\"quiet\"", FullSize.sentence(runs.fullSize()));
    }

    /** What follows the answer is about the unchanged scenario, and says so. */
    private static String asItHappened(Account runs, Measures measures, RunContext context) {
        return paragraph(
                        " class=\"quiet\"",
                        "From here on, the page is about the scenario without any measure, every number as written: "
                                + Headline.of(runs, context) + ". " + TwoMeans.sentence(runs, measures))
                + verdict(runs, " as it is");
    }

    private static String verdict(Account runs, String asItIs) {
        String model = Tally.model(runs);
        String system = Tally.system(runs);
        return paragraph("", model.isEmpty() ? "" : "The model: " + model + ".")
                + paragraph("", system.isEmpty() ? "" : "The system" + asItIs + ": " + system + ".")
                + paragraph(
                        " class=\"quiet\"",
                        "Judged by the " + runs.judgedBy().name().toLowerCase(Locale.ROOT) + ".");
    }
}
