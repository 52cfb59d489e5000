package dev.foreshock.reports.internal.markdown;

import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.MeasureWords;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.Map;

/** The part of a postmortem about what would have prevented it. */
final class MeasuresPart {
    /** How to read the table. */
    static final String LEGEND =
            "In brackets: outage and users from the 10 % to the 90 % quantile over the draws; gates hold with a"
                    + " 95 % interval. Changes are paired, on the same users, seeds and draws, ± 95 %.";

    private MeasuresPart() {}

    static void write(Markdown text, Measures measures, Map<String, String> abouts) {
        text.heading(2, "Corrective measures");
        text.items(MeasureWords.sufficient(measures));
        effects(text, measures);
        abouts.forEach((name, about) -> text.item(name, about.isEmpty() ? "not described" : about));
        text.blank();
        if (!MeasureWords.hangsOn(measures).isEmpty()) {
            text.heading(3, "What the answer hangs on");
            text.items(MeasureWords.hangsOn(measures));
        }
        if (!MeasureWords.open(measures).isEmpty()) {
            text.heading(3, "What is not known");
            text.items(MeasureWords.open(measures));
        }
    }

    /** Writes what every set changes: differences to the unchanged scenario on the same users, seeds and knobs. */
    static void effects(Markdown text, Measures measures) {
        columns(text);
        measures.sets().forEach(set -> text.line(row(set)));
        text.blank();
        text.paragraph(LEGEND);
    }

    /** Writes the head of the table of sets. */
    static Markdown columns(Markdown text) {
        return text.head(
                "measure",
                "outage",
                "users affected",
                "gates hold",
                "change of outage",
                "change of users affected",
                "price",
                "relies on",
                "verdict");
    }

    /** Returns the row of a set. */
    static String row(MeasureSet set) {
        return Markdown.cells(
                Sheet.brief(set.name()),
                MeasureWords.band(set.outageMinutes(), MeasureWords::minutes),
                MeasureWords.band(set.affected(), Amounts::share),
                MeasureWords.holds(set.holds()),
                MeasureWords.changedMinutes(set.fewerMinutes()),
                MeasureWords.changedShare(set.fewerAffected()),
                Sheet.brief(set.price()),
                set.reliesOn().isEmpty() ? "–" : Sheet.brief(String.join(", ", set.reliesOn())),
                set.verdict().text());
    }
}
