package dev.foreshock.reports.internal.markdown;

import dev.foreshock.reports.CompareContext;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.compare.Answer;
import dev.foreshock.reports.internal.figure.compare.DeciderWords;
import dev.foreshock.reports.internal.figure.compare.Draws;
import dev.foreshock.reports.internal.figure.compare.OpenQuestions;
import dev.foreshock.reports.internal.figure.compare.Prices;
import java.util.List;

/** Sums up a comparison for a step of continuous integration: what suffices, how each set did, what that hangs on. */
public final class CompareSummary {
    private CompareSummary() {}

    /** Returns the page. */
    public static Sheet of(String scenario, Measures measures, CompareContext context, String ending) {
        Sheet sheet = new Sheet();
        String without = context.without().isEmpty() ? "" : " without " + String.join(", ", context.without());
        sheet.add(
                0,
                "how it ended",
                new Markdown()
                        .heading(2, Sheet.brief(scenario + without + ": what would have prevented it"))
                        .item("Ends with", ending)
                        .blank());
        said(sheet, 1, "what suffices", Answer.sentences(measures));
        List<String> rows = measures.sets().stream()
                .map(set -> MeasuresPart.row(set, measures))
                .toList();
        sheet.add(2, "sets of measures", MeasuresPart.columns(new Markdown()), rows);
        sheet.add(
                4,
                "how to read the table",
                new Markdown().paragraph(Draws.legend(measures)).paragraph(Prices.sentence(measures)));
        said(sheet, 3, "why sets do not suffice", MeasuresPart.whyNot(measures));
        said(sheet, 3, "what the answer hangs on", DeciderWords.sentences(measures));
        said(sheet, 5, "what is not known", OpenQuestions.sentences(measures, context.command()));
        sheet.add(6, "the command", new Markdown().command(context.command()));
        return sheet;
    }

    private static void said(Sheet sheet, int rank, String name, List<String> sentences) {
        sheet.add(
                rank,
                name,
                new Markdown(),
                sentences.stream().map(Sheet::brief).map(Markdown::listed).toList());
    }
}
