package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.internal.account.Deciding;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.compare.DeciderWords;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import dev.foreshock.reports.internal.figure.compare.SpreadParts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the answer hangs on: as bars beside what is unexplained, and as a table. */
final class Sensitivity {
    private static final String TITLE = "What the answer hangs on";
    private static final String KNOBS = "knobs.";
    private static final String UNCLEAR = "with none clearly";
    private static final String UNEXPLAINED = "not explained";
    private static final double WHOLE = 100;

    private Sensitivity() {}

    /** Returns the part of the page; empty if nothing is known. {@code givens} tell the ranges of the numbers. */
    static String of(Measures measures, List<Given> givens) {
        List<Deciding> shown = measures.deciders().stream()
                .filter(one -> !Double.isNaN(one.share()) || !one.flipsAt().isEmpty())
                .toList();
        if (shown.isEmpty()) {
            return "";
        }
        boolean isExplained = !Double.isNaN(measures.explained());
        String sentence = (isExplained
                        ? "Bars: the share of the spread of the deciding gate's measure that goes with each number, over the draws"
                                + " (rank regression: standardized coefficient times correlation); hatched: what goes with none of them clearly, as the part of each is too small to"
                                + " be told from chance, and what all of them leave unexplained; together 100 %. "
                        : "")
                + "Diamonds: where a verdict flips, all else as written; it holds in the filled part of a range.";
        SpreadParts parts = SpreadParts.of(measures);
        boolean isUnclear = isExplained && parts.unclear() > 0;
        SensitivityChart chart =
                new SensitivityChart(shown.size() + (isExplained ? 1 : 0) + (isUnclear ? 1 : 0), sentence);
        shown.forEach(one -> chart.row(one, range(one, givens), reach(one, givens)));
        if (isUnclear) {
            chart.left(UNCLEAR, parts.unclear() / WHOLE);
        }
        if (isExplained) {
            chart.left(UNEXPLAINED, parts.unexplained() / WHOLE);
        }
        return new Figure(TITLE, sentence, chart.toString(), table(shown, isExplained ? parts : null, givens)).html();
    }

    private static String table(List<Deciding> shown, @Nullable SpreadParts parts, List<Given> givens) {
        StringBuilder html =
                new StringBuilder("<table><thead><tr><th scope=\"col\">number</th><th scope=\"col\">share of the"
                        + " spread</th><th scope=\"col\">as written</th><th scope=\"col\">range</th>"
                        + "<th scope=\"col\">where a verdict flips</th></tr></thead><tbody>\n");
        for (Deciding one : shown) {
            row(
                    html,
                    one.knob(),
                    Double.isNaN(one.share()) ? "–" : SetWords.percent(one.share()),
                    given(one, givens).map(Given::is).orElse("–"),
                    range(one, givens).isEmpty() ? "–" : range(one, givens),
                    DeciderWords.flipOrWhyNot(one));
        }
        if (parts != null && parts.unclear() > 0) {
            row(html, UNCLEAR, parts.unclear() + " %", "–", "–", "–");
        }
        if (parts != null) {
            row(html, UNEXPLAINED, parts.unexplained() + " %", "–", "–", "–");
        }
        return html.append("</tbody></table>\n").toString();
    }

    private static void row(StringBuilder html, String head, String... cells) {
        html.append("<tr><th scope=\"row\">").append(escape(head)).append("</th>");
        for (String cell : cells) {
            html.append("<td>").append(escape(cell)).append("</td>");
        }
        html.append("</tr>\n");
    }

    private static Optional<Given> given(Deciding one, List<Given> givens) {
        return givens.stream()
                .filter(given -> given.name().equals(one.knob()) || given.name().equals(KNOBS + one.knob()))
                .findFirst();
    }

    private static String range(Deciding one, List<Given> givens) {
        return given(one, givens).map(Given::range).orElse("");
    }

    private static Optional<Reach> reach(Deciding one, List<Given> givens) {
        return given(one, givens).flatMap(given -> Reach.of(given, one));
    }
}
