package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.MeasureWords;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.List;

/** What would have prevented it: what suffices, every set with pictures of its spread, what the answer hangs on. */
final class MeasuresSection {
    private final Measures measures;
    private final SpreadScale minutes;
    private final SpreadScale affected;

    private MeasuresSection(Measures measures) {
        this.measures = measures;
        minutes = SpreadScale.ofMinutes(
                measures.sets().stream().map(MeasureSet::outageMinutes).toList());
        affected = SpreadScale.of(
                measures.sets().stream().map(MeasureSet::affected).toList());
    }

    static String of(Measures measures, List<Given> givens) {
        MeasuresSection section = new MeasuresSection(measures);
        return "<h2 id=\"measures\">What would have prevented it</h2>\n"
                + list(MeasureWords.sufficient(measures))
                + section.table()
                + "<p class=\"quiet\">Up to " + measures.draws() + " draws of "
                + measures.knobs().size()
                + " uncertain numbers, the same users and seeds in each. Bars reach from the 10 % to the 90 % quantile over the"
                + " draws, dots are means; all bars of a column share its scale. Changes are paired, with 95 % intervals.</p>\n"
                + Sensitivity.of(measures, givens)
                + part("What is not known", MeasureWords.open(measures));
    }

    private String table() {
        Table table = new Table(
                "every set of measures",
                "set",
                "outage",
                "outage, drawn",
                "users affected",
                "users affected, drawn",
                "gates hold",
                "change of outage",
                "change of users affected",
                "price",
                "relies on",
                "verdict");
        table.row(
                "scale",
                "",
                minutes.axis("scale of the outage", length -> length == 0 ? "0" : MeasureWords.minutes(length)),
                "",
                affected.axis("scale of the users affected", share -> share == 0 ? "0" : MeasureWords.percent(share)),
                "",
                "",
                "",
                "",
                "",
                "");
        measures.sets()
                .forEach(set -> table.row(
                        escape(set.name()),
                        escape(MeasureWords.band(set.outageMinutes(), MeasureWords::minutes)),
                        minutes.picture(set.outageMinutes(), "outage of " + set.name()),
                        escape(MeasureWords.band(set.affected(), Amounts::share)),
                        affected.picture(set.affected(), "users affected with " + set.name()),
                        escape(MeasureWords.holds(set.holds())),
                        escape(MeasureWords.changedMinutes(set.fewerMinutes())),
                        escape(MeasureWords.changedShare(set.fewerAffected())),
                        escape(set.price()),
                        escape(String.join(", ", set.reliesOn())),
                        Sections.badge(set.verdict())));
        return table.toString();
    }

    private static String part(String title, List<String> sentences) {
        return sentences.isEmpty() ? "" : "<h3>" + escape(title) + "</h3>\n" + list(sentences);
    }

    private static String list(List<String> sentences) {
        StringBuilder html = new StringBuilder("<ul>\n");
        sentences.forEach(
                sentence -> html.append("<li>").append(escape(sentence)).append("</li>\n"));
        return html.append("</ul>\n").toString();
    }
}
