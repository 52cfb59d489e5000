package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.Background;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.Sight;
import dev.foreshock.reports.internal.account.Sight.Band;
import dev.foreshock.reports.internal.figure.compare.Answer;
import dev.foreshock.reports.internal.figure.compare.DeciderWords;
import dev.foreshock.reports.internal.figure.compare.Draws;
import dev.foreshock.reports.internal.figure.compare.MeasureWords;
import dev.foreshock.reports.internal.figure.compare.OpenQuestions;
import dev.foreshock.reports.internal.figure.compare.Prices;
import dev.foreshock.reports.internal.figure.compare.RankingWords;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import dev.foreshock.reports.internal.figure.compare.Shortfall;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What would have prevented it: what suffices, every set with pictures of its spread, what it loses, what the answer hangs on. */
final class MeasuresSection {
    private final Measures measures;
    private final Clock clock;
    private final SpreadScale outage;
    private final SpreadScale affected;

    private MeasuresSection(Measures measures) {
        this.measures = measures;
        clock = measures.clock();
        outage = SpreadScale.ofTimes(bands(measures, MeasureSet::outage));
        affected = SpreadScale.of(bands(measures, MeasureSet::affected));
    }

    private static List<Band> bands(Measures measures, Function<MeasureSet, Sight> figure) {
        return measures.sets().stream()
                .map(figure)
                .map(Sight::band)
                .filter(Objects::nonNull)
                .toList();
    }

    static String of(Measures measures, String affected, RunContext context) {
        MeasuresSection section = new MeasuresSection(measures);
        return "<h2 id=\"measures\" tabindex=\"-1\">What would have prevented it</h2>\n"
                + list(Stream.concat(Answer.sentences(measures).stream(), DeciderWords.sentences(measures).stream())
                        .toList())
                + section.table()
                + quiet(
                        "Bars reach from the 10 % to the 90 % quantile over the draws, or from the least to the most where the mean lies outside of these; dots are means; all bars of a column"
                                + " share its scale. " + Draws.legend(measures))
                + quiet(affected)
                + quiet(Prices.sentence(measures))
                + measured(context.background())
                + part("What the ranking hangs on", RankingWords.sentences(measures))
                + part("What does harm", Shortfall.spoiled(measures))
                + EffectTables.of(measures)
                + Sensitivity.of(measures, context.background().givens())
                + part("What is not known", OpenQuestions.sentences(measures, context.command()));
    }

    /** What each measure is, in words and setting by setting, be it run or not: a row of the table has its name alone. */
    private static String measured(Background background) {
        StringBuilder html = new StringBuilder();
        background.measures().forEach((name, about) -> {
            List<String> changes = MeasureWords.changes(name, background);
            if (!about.isEmpty() || !changes.isEmpty()) { // else it is a group, whose members say it
                html.append("<dt>")
                        .append(escape(name))
                        .append("</dt>\n<dd>")
                        .append(escape(MeasureWords.about(name, background)))
                        .append(changes.isEmpty() ? "" : "\n" + list(changes))
                        .append("</dd>\n");
            }
        });
        return html.length() == 0 ? "" : "<h3>What each measure is</h3>\n<dl>\n" + html + "</dl>\n";
    }

    private String table() {
        Table table = Table.fitting(
                "Every set of measures",
                "set",
                "verdict",
                SetWords.OUTAGE_TOTAL,
                "users affected",
                "gates hold",
                "price");
        table.row(
                "scale",
                "",
                outage.axis(
                        "scale of the " + SetWords.OUTAGE_TOTAL,
                        length -> length == 0 ? "0" : SetWords.value(Dimension.TIME, length, clock)),
                affected.axis("scale of the users affected", share -> share == 0 ? "0" : SetWords.percent(share)),
                "",
                "");
        measures.sets()
                .forEach(set -> table.row(
                        escape(set.name()),
                        Sections.badge(set.verdict()) + below(losses(set)),
                        figure(set.outage(), outage, SetWords.OUTAGE_TOTAL + " of " + set.name()),
                        figure(set.affected(), affected, "users affected with " + set.name()),
                        Table.unbroken(SetWords.holds(set))
                                + below("of " + set.holds().n() + (set.holds().n() == 1 ? " draw" : " draws")),
                        Table.unbroken(SetWords.price(set))
                                + below(
                                        set.reliesOn().isEmpty()
                                                ? ""
                                                : "relies on: " + String.join(", ", set.reliesOn()))));
        return table.toString();
    }

    private static String losses(MeasureSet set) {
        String names = Shortfall.names(set);
        return names.isEmpty() ? "" : "loses " + names;
    }

    private String figure(Sight seen, SpreadScale scale, String name) {
        Band band = seen.band();
        return Table.unbroken(SetWords.figure(seen, clock)) + (band == null ? "" : "<br>" + scale.picture(band, name));
    }

    private static String below(String text) {
        return text.isEmpty() ? "" : "<br><small class=\"quiet\">" + escape(text) + "</small>";
    }

    private static String quiet(String text) {
        return text.isEmpty() ? "" : "<p class=\"quiet\">" + escape(text) + "</p>\n";
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
