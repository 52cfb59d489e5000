package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.Spread;
import dev.foreshock.engine.compare.Standing;
import dev.foreshock.reports.internal.figure.MeasureWords;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The table of contenders: outage, affected users, in how many draws the gates hold, price, verdict. */
final class CompareTable {
    private static final String GAP = "  ";
    private static final int PRICE = 5;
    private static final int LEAST_PRICE = 12;
    private static final int MOST_NAME = 30;

    private final List<String[]> rows = new ArrayList<>();
    private final Comparison comparison;

    private CompareTable(Comparison comparison) {
        this.comparison = comparison;
        rows.add(new String[] {"", "outage (80 %)", "users affected", "holds [95 %]", "draws", "price", ""});
        comparison.standings().forEach(this::add);
    }

    /** Returns the lines of the table. */
    static List<String> of(Comparison comparison, Paint paint, int width) {
        return new CompareTable(comparison).lines(paint, width);
    }

    private void add(Standing standing) {
        rows.add(new String[] {
            Markup.printable(standing.contender().name()),
            spread(standing.outageSeconds(), CompareTable::minutes),
            spread(standing.usersAffectedShare(), Amounts::share),
            holds(standing),
            Integer.toString(standing.holds().n()),
            Markup.printable(standing.contender().price().toString()),
            standing.verdict().text()
        });
    }

    private static String minutes(double seconds) {
        return seconds == 0 ? "none" : Amounts.span(Math.rint(seconds)).replace(" ", "");
    }

    private static String spread(Spread spread, DoubleFunction<String> text) {
        String mean = text.apply(spread.mean());
        if (spread.n() < MeasureWords.FEWEST_FOR_A_RANGE) {
            return mean + " (" + spread.n() + ")";
        }
        String low = text.apply(spread.low());
        String high = text.apply(spread.high());
        return low.equals(high) && low.equals(mean)
                ? mean
                : mean + " " + low.replace(" %", "") + ".." + high.replace(" %", "");
    }

    private static String holds(Standing standing) {
        return Math.round(standing.holds().value() * 100) + " % ["
                + Math.round(standing.holds().low() * 100) + ".."
                + Math.round(standing.holds().high() * 100) + "]";
    }

    private List<String> lines(Paint paint, int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column <= PRICE; column++) {
                line.append(column == 0 ? "" : GAP).append(Lines.fit(rows.get(i)[column], widths[column]));
            }
            String last = rows.get(i)[PRICE + 1];
            lines.add(
                    i == 0
                            ? paint.faint(line.toString().stripTrailing())
                            : line
                                    + GAP
                                    + paint.verdict(
                                            comparison.standings().get(i - 1).verdict(), last));
        }
        return lines;
    }

    /** Returns the natural widths; where a line is too long, prices and then names are cut. */
    private int[] widths(int most) {
        int[] widths = new int[PRICE + 2];
        for (String[] row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Lines.width(row[column]));
            }
        }
        widths[0] = Math.min(widths[0], MOST_NAME);
        int total = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        widths[PRICE] = Math.max(Math.min(LEAST_PRICE, widths[PRICE]), widths[PRICE] - Math.max(0, total - most));
        return widths;
    }
}
