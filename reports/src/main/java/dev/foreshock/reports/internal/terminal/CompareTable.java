package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.Sight;
import dev.foreshock.reports.internal.figure.compare.Prices;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tables with a row for each set of measures. */
final class CompareTable {
    private final List<String[]> rows = new ArrayList<>();
    private final List<@Nullable Verdict> verdicts = new ArrayList<>();

    private CompareTable(String... head) {
        rows.add(head);
    }

    /** Returns the table of verdicts: how often the gates hold, outage total, affected users, price. */
    static List<String> verdicts(Measures measures, Paint paint, int width) {
        CompareTable table = new CompareTable(
                "",
                "",
                "holds [95 %]/draws",
                SetWords.OUTAGE_TOTAL + " (80 %)",
                "users affected",
                Prices.areAddedUp(measures) ? "price" : "");
        for (MeasureSet set : measures.sets()) {
            table.verdicts.add(set.verdict());
            table.rows.add(new String[] {
                Markup.printable(set.name()),
                set.verdict().text(),
                SetWords.holds(set).replace(", ", "..") + "/" + set.holds().n(),
                SetWords.brief(set.outage(), measures.clock()),
                SetWords.brief(set.affected(), measures.clock()),
                Markup.printable(price(set))
            });
        }
        return table.lines(paint, width, 2);
    }

    private static String price(MeasureSet set) {
        Double total = set.firstYear();
        return total == null || set.isUnchanged() ? set.price() : Amounts.count(total);
    }

    /** Returns the table of what else is shown of each set, with its change; nothing if nothing is. */
    static List<String> shown(Measures measures, Paint paint, int width) {
        List<Sight> heads = measures.unchanged().shown();
        if (heads.isEmpty()) {
            return List.of();
        }
        String[] head = new String[heads.size() + 1];
        head[0] = "";
        for (int i = 0; i < heads.size(); i++) {
            head[i + 1] = Markup.printable(heads.get(i).name());
        }
        CompareTable table = new CompareTable(head);
        for (MeasureSet set : measures.sets()) {
            table.verdicts.add(null);
            String[] row = head.clone();
            row[0] = Markup.printable(set.name());
            for (int i = 0; i < set.shown().size(); i++) {
                Sight seen = set.shown().get(i);
                row[i + 1] = SetWords.briefMean(seen, measures.clock())
                        + (seen.change() == null
                                ? ""
                                : " (" + SetWords.briefDraws(seen) + SetWords.briefChange(seen) + ")");
            }
            table.rows.add(row);
        }
        return table.lines(paint, width, 1);
    }

    /** Intervals and names stay whole: what does not fit beside the verdict goes below it, the price first. */
    private List<String> lines(Paint paint, int width, int firstSpilled) {
        String[] head = rows.get(0);
        Grid grid = new Grid("", head);
        for (int i = 1; i < rows.size(); i++) {
            Verdict verdict = verdicts.get(i - 1);
            grid.row(1, cell -> verdict == null ? cell : paint.verdict(verdict, cell), List.of(), rows.get(i));
        }
        return grid.lines(
                paint,
                width,
                IntStream.iterate(head.length - 1, column -> column >= firstSpilled, column -> column - 1)
                        .toArray());
    }
}
