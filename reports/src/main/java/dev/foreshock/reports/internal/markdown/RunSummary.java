package dev.foreshock.reports.internal.markdown;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.figure.Headline;
import dev.foreshock.reports.internal.figure.Tally;
import dev.foreshock.reports.internal.story.Sentences;
import dev.foreshock.reports.internal.story.StoryLine;
import dev.foreshock.reports.internal.story.StoryTeller;
import dev.foreshock.reports.internal.text.Readings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sums up a run for a step of continuous integration: how it ended, what was claimed and observed, what happened. */
public final class RunSummary {
    private static final int MOST_LINES = 40;

    private RunSummary() {}

    /** Returns the page. */
    public static Sheet of(Account account, RunSet runs, RunContext context, String ending) {
        Sheet sheet = new Sheet();
        Markdown head = new Markdown().heading(2, Sheet.brief(account.scenario()));
        head.item("Ends with", ending);
        item(head, "The model", Tally.model(account));
        item(head, "The system", Tally.system(account));
        sheet.add(0, "how it ended", head.blank().paragraph(Sheet.brief(Headline.of(account, context))));
        sheet.add(
                3,
                "what happened in short",
                new Markdown().paragraph(Sheet.brief(String.join(" ", Sentences.about(account)))));
        boolean byRecord = runs.judgedBy() == JudgedBy.RECORD;
        claims(sheet, byRecord ? 1 : 2, "record", runs.record(), runs);
        claims(sheet, byRecord ? 2 : 1, "gates", runs.gates(), runs);
        timeline(sheet, account);
        sheet.add(5, "the command", new Markdown().command(context.command()));
        return sheet;
    }

    private static void item(Markdown text, String label, String said) {
        if (!said.isEmpty()) {
            text.item(label, said);
        }
    }

    /** Adds a table of claims, the worst first, so that what is cut is what holds. */
    private static void claims(Sheet sheet, int rank, String name, List<Judgement> judgements, RunSet runs) {
        List<String> rows = new ArrayList<>();
        judgements.stream()
                .sorted(Comparator.comparing(Judgement::verdict).reversed())
                .forEach(judgement -> rows.add(Markdown.cells(
                        Sheet.brief(judgement.name()),
                        Readings.observed(judgement, runs.scenario().clock()) + " " + Readings.width(judgement),
                        Sheet.brief(judgement.claim().toString()),
                        judgement.verdict().text())));
        sheet.add(rank, name, new Markdown().head(name, "observed (95 %)", "wanted", "verdict"), rows);
    }

    private static void timeline(Sheet sheet, Account account) {
        List<String> rows = new ArrayList<>();
        for (StoryLine line : StoryTeller.tell(account, MOST_LINES).lines()) {
            rows.add(Markdown.cells(
                    line.when(account.exemplar().clock()), Sheet.brief(line.text()), line.markAndNote()));
        }
        sheet.add(4, "lines of the timeline", new Markdown().head("when", "what happened", ""), rows);
    }
}
