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
import org.jspecify.annotations.Nullable;

/** Tables with a row for each set of measures. */
final class CompareTable {
    private static final String GAP = "  ";
    private static final int LEAST_NAME = 12;

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
                "holds [95 %]",
                SetWords.OUTAGE_TOTAL + " (80 %)",
                "users affected",
                Prices.areAddedUp(measures) ? "price" : "");
        for (MeasureSet set : measures.sets()) {
            table.verdicts.add(set.verdict());
            table.rows.add(new String[] {
                Markup.printable(set.name()),
                set.verdict().text(),
                SetWords.holds(set).replace(", ", ".."),
                SetWords.brief(set.outage(), measures.clock()),
                SetWords.brief(set.affected(), measures.clock()),
                Markup.printable(price(set))
            });
        }
        return table.lines(paint, width);
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
                        + (seen.change() == null ? "" : " (" + SetWords.briefChange(seen) + ")");
            }
            table.rows.add(row);
        }
        return table.lines(paint, width);
    }

    private List<String> lines(Paint paint, int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                String cell = Lines.fit(row[column], widths[column]);
                Verdict verdict = i == 0 || column != 1 ? null : verdicts.get(i - 1);
                line.append(column == 0 ? "" : GAP).append(verdict == null ? cell : paint.verdict(verdict, cell));
            }
            String text = line.toString().stripTrailing();
            lines.add(i == 0 ? paint.faint(text) : text);
        }
        return lines;
    }

    /** Returns the natural widths; where a line is too long, names are cut. */
    private int[] widths(int most) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Lines.width(row[column]));
            }
        }
        int total = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        widths[0] = Math.max(Math.min(LEAST_NAME, widths[0]), widths[0] - Math.max(0, total - most));
        return widths;
    }
}
