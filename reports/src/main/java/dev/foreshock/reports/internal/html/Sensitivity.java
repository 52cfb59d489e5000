package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.internal.account.Deciding;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.compare.DeciderWords;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import dev.foreshock.reports.internal.figure.compare.SpreadParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the answer hangs on: as bars beside what is unexplained, and as a table. */
final class Sensitivity {
    private static final String TITLE = "What the answer hangs on";
    private static final String KNOBS = "knobs.";

    private Sensitivity() {}

    /** Returns the part of the page; empty if nothing is known. {@code givens} tell the ranges of the numbers. */
    static String of(Measures measures, List<Given> givens) {
        List<List<Deciding>> sets = sets(measures);
        if (sets.isEmpty()) {
            return "";
        }
        boolean isExplained = sets.stream().anyMatch(Sensitivity::isExplained);
        String sentence = (isExplained
                        ? "Bars: the share of the spread of the deciding gate's measure that goes with each number, over the draws"
                                + " (rank regression: standardized coefficient times correlation); hatched: what goes with none of them clearly, as the part of each is too small to"
                                + " be told from chance, and what all of them leave unexplained; together 100 % for each set. "
                        : "")
                + "Diamonds: where a verdict flips, all else as written; it holds in the filled part of a range.";
        int rows = sets.stream()
                .mapToInt(ranked -> 1 + ranked.size() + rest(ranked).size())
                .sum();
        SensitivityChart chart = new SensitivityChart(rows, sentence);
        for (List<Deciding> ranked : sets) {
            chart.heading(heading(ranked));
            ranked.forEach(one -> chart.row(one, range(one, givens), reach(one, givens)));
            rest(ranked).forEach(chart::rest);
        }
        return new Figure(TITLE, sentence, chart.toString(), table(sets, givens)).html();
    }

    /** Returns what is known of knobs, set by set. */
    private static List<List<Deciding>> sets(Measures measures) {
        return List.copyOf(measures.deciders().stream()
                .filter(one -> !Double.isNaN(one.share()) || !one.flipsAt().isEmpty())
                .collect(Collectors.groupingBy(Deciding::set, LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .values());
    }

    private static boolean isExplained(List<Deciding> ranked) {
        return !Double.isNaN(ranked.get(0).explained());
    }

    private static String heading(List<Deciding> ranked) {
        Deciding first = ranked.get(0);
        return first.gate().isEmpty() ? first.set() : DeciderWords.verdict(first);
    }

    /** Returns the whole percents of the spread that go with no one number: with none clearly, and what is not explained. */
    private static Map<String, Integer> rest(List<Deciding> ranked) {
        Map<String, Integer> rest = new LinkedHashMap<>();
        if (isExplained(ranked)) {
            SpreadParts parts = SpreadParts.of(ranked);
            if (parts.unclear() > 0) {
                rest.put("with none clearly", parts.unclear());
            }
            rest.put("not explained", parts.unexplained());
        }
        return rest;
    }

    private static String table(List<List<Deciding>> sets, List<Given> givens) {
        StringBuilder html = new StringBuilder(
                "<table><thead><tr><th scope=\"col\">number</th><th scope=\"col\">for</th>"
                        + "<th scope=\"col\">share of the spread</th><th scope=\"col\">as written</th>"
                        + "<th scope=\"col\">range</th><th scope=\"col\">where a verdict flips</th></tr></thead><tbody>\n");
        for (List<Deciding> ranked : sets) {
            for (Deciding one : ranked) {
                row(
                        html,
                        one.knob(),
                        heading(ranked),
                        Double.isNaN(one.share()) ? "–" : SetWords.percent(one.share()),
                        given(one, givens).map(Given::is).orElse("–"),
                        range(one, givens).isEmpty() ? "–" : range(one, givens),
                        DeciderWords.flipOrWhyNot(one));
            }
            rest(ranked).forEach((name, share) -> row(html, name, heading(ranked), share + " %", "–", "–", "–"));
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
