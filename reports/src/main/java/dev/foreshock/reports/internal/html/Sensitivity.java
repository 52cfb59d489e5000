package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.internal.account.Deciding;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.compare.DeciderWords;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import java.util.List;
import java.util.Optional;

/** What the answer hangs on: as bars beside what is unexplained, and as a table. */
final class Sensitivity {
    private static final String TITLE = "What the answer hangs on";
    private static final String KNOBS = "knobs.";

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
                                + " (rank regression: standardized coefficient times correlation); hatched: what they leave unexplained. "
                        : "")
                + "Diamonds: where a verdict flips, all else as written; it holds in the filled part of a range.";
        SensitivityChart chart = new SensitivityChart(shown.size() + (isExplained ? 1 : 0), sentence);
        shown.forEach(one -> chart.row(one, range(one, givens), reach(one, givens)));
        if (isExplained) {
            chart.unexplained(Math.max(0, 1 - measures.explained()));
        }
        return new Figure(TITLE, sentence, chart.toString(), table(shown, measures.explained(), givens)).html();
    }

    private static String table(List<Deciding> shown, double explained, List<Given> givens) {
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
        if (!Double.isNaN(explained)) {
            row(html, "not explained", SetWords.percent(Math.max(0, 1 - explained)), "–", "–", "–");
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
