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
    private static final int NAME = 1;
    private static final int WANTED = 4;
    private static final int VERDICT = 5;
    private static final int LEAST_WIDTH = 12;

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
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < VERDICT; column++) {
                line.append(GAP).append(Lines.fit(rows.get(i)[column], widths[column]));
            }
            String last = rows.get(i)[VERDICT];
            if (i == 0) {
                lines.add(paint.faint(line.toString().stripTrailing()));
                continue;
            }
            Judgement judgement = judgements.get(i - 1);
            lines.add(line + GAP + paint.verdict(judgement.verdict(), last));
            String share = ShareWords.of(judgement, clock);
            if (!share.isEmpty()) {
                Lines.wrap(share, width - 10).forEach(text -> lines.add(" ".repeat(10) + paint.faint(text)));
            }
            boolean isSaid = judgement.reason().isEmpty() || judgement.reason().startsWith("n=1");
            if (!isSaid) {
                Lines.wrap(judgement.reason(), width - 10)
                        .forEach(text -> lines.add(" ".repeat(10) + paint.faint(text)));
            }
        }
        return lines;
    }

    /** Returns the natural widths, with the widest texts cut until a line fits. */
    private int[] widths(int most) {
        int[] widths = new int[VERDICT + 1];
        for (String[] row : rows) {
            for (int column = 0; column <= VERDICT; column++) {
                widths[column] = Math.max(widths[column], Lines.width(row[column]));
            }
        }
        int excess = (VERDICT + 1) * GAP.length() - most;
        for (int width : widths) {
            excess += width;
        }
        for (int column : new int[] {NAME, WANTED}) {
            int cut = Math.max(0, Math.min(excess, widths[column] - LEAST_WIDTH));
            widths[column] -= cut;
            excess -= cut;
        }
        return widths;
    }
}
