package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.figure.ShareWords;
import dev.foreshock.reports.internal.text.Markup;
import dev.foreshock.reports.internal.text.Readings;
import java.util.ArrayList;
import java.util.List;

/** The table of claims: what was observed, how sure that is, what was wanted, and the verdict. */
public final class ClaimTable {
    private static final String GAP = "  ";
    private static final int WANTED = 4;
    private static final int VERDICT = 5;
    private static final String NOTE = " ".repeat(10);

    private final List<String[]> rows = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final Clock clock;

    private ClaimTable(RunSet runs) {
        clock = runs.scenario().clock();
        rows.add(new String[] {"", "", "observed", "95 %", "wanted", ""});
        runs.record().forEach(judgement -> add("record", judgement));
        runs.gates().forEach(judgement -> add("gate", judgement));
    }

    /** Returns the lines of the table; none if nothing is claimed. */
    public static List<String> of(RunSet runs, Paint paint, int width) {
        ClaimTable table = new ClaimTable(runs);
        return table.judgements.isEmpty() ? List.of() : table.lines(paint, width);
    }

    private void add(String group, Judgement judgement) {
        String verdict = judgement.verdict() == Verdict.PASSED
                ? "ok"
                : judgement.verdict().text();
        rows.add(new String[] {
            group,
            Markup.printable(judgement.name()),
            Readings.observed(judgement, clock),
            Readings.width(judgement),
            Markup.printable(judgement.claim().toString()),
            verdict
        });
        judgements.add(judgement);
    }

    private List<String> lines(Paint paint, int width) {
        Grid grid = new Grid(GAP, rows.get(0));
        for (int i = 1; i < rows.size(); i++) {
            Judgement judgement = judgements.get(i - 1);
            grid.row(
                    VERDICT,
                    text -> paint.verdict(judgement.verdict(), text),
                    notes(judgement, paint, width),
                    rows.get(i));
        }
        return grid.lines(paint, width, WANTED);
    }

    private List<String> notes(Judgement judgement, Paint paint, int width) {
        List<String> notes = new ArrayList<>();
        String share = ShareWords.of(judgement, clock);
        if (!share.isEmpty()) {
            notes.addAll(Lines.wrap(share, width - NOTE.length()));
        }
        boolean isSaid = judgement.reason().isEmpty() || judgement.reason().startsWith("n=1");
        if (!isSaid) {
            notes.addAll(Lines.wrap(judgement.reason(), width - NOTE.length()));
        }
        return notes.stream().map(text -> NOTE + paint.faint(text)).toList();
    }
}
