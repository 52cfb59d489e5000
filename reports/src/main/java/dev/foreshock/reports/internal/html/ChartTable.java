package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.text.Markup;
import dev.foreshock.reports.internal.text.Times;
import java.util.List;
import java.util.function.DoubleFunction;

/** Writes the curves of a chart as a table, in bins long enough to be read. */
final class ChartTable {
    private static final int MOST_ROWS = 60;

    private ChartTable() {}

    static String of(Clock clock, List<Curve> all, DoubleFunction<String> unit) {
        List<Curve> curves = all.stream().map(curve -> curve.thinned(MOST_ROWS)).toList();
        StringBuilder html = new StringBuilder("<table><thead><tr><th scope=\"col\">from</th>");
        curves.forEach(curve -> html.append("<th scope=\"col\">")
                .append(Markup.escape(curve.name()))
                .append("</th>"));
        html.append("</tr></thead><tbody>\n");
        int rows =
                curves.stream().mapToInt(curve -> curve.values().size()).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            html.append("<tr><th scope=\"row\">")
                    .append(Times.ofDay(clock, row * curves.get(0).binNanos()))
                    .append("</th>");
            for (Curve curve : curves) {
                double value = row < curve.values().size() ? curve.values().get(row) : Double.NaN;
                html.append("<td>")
                        .append(Double.isFinite(value) ? unit.apply(value) : "–")
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }
}
