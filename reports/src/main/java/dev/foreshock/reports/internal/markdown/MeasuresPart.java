package dev.foreshock.reports.internal.markdown;

import dev.foreshock.reports.Background;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.GateSight;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.Sight;
import dev.foreshock.reports.internal.figure.compare.Answer;
import dev.foreshock.reports.internal.figure.compare.DeciderWords;
import dev.foreshock.reports.internal.figure.compare.Draws;
import dev.foreshock.reports.internal.figure.compare.MeasureWords;
import dev.foreshock.reports.internal.figure.compare.OpenQuestions;
import dev.foreshock.reports.internal.figure.compare.Prices;
import dev.foreshock.reports.internal.figure.compare.RankingWords;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import dev.foreshock.reports.internal.figure.compare.Shortfall;
import java.util.ArrayList;
import java.util.List;

/** The part of a postmortem about what would have prevented it. */
final class MeasuresPart {
    private MeasuresPart() {}

    static void write(Markdown text, Measures measures, RunContext context) {
        text.heading(2, "Corrective measures");
        text.items(Answer.sentences(measures));
        effects(text, measures);
        context.background()
                .measures()
                .keySet()
                .forEach(name -> text.item(name, described(name, context.background())));
        text.blank();
        section(text, "Why not", whyNot(measures));
        if (!measures.unchanged().gates().isEmpty()) {
            text.heading(3, "Gate by gate");
            gateColumns(text, measures);
            measures.sets().forEach(set -> text.line(gates(set, measures)));
            text.blank();
        }
        if (!measures.unchanged().shown().isEmpty()) {
            text.heading(3, "What else it changes");
            shownColumns(text, measures);
            measures.sets().forEach(set -> text.line(shown(set, measures)));
            text.blank();
        }
        section(text, "What the ranking hangs on", RankingWords.sentences(measures));
        section(text, "What the answer hangs on", DeciderWords.sentences(measures));
        section(text, "What is not known", OpenQuestions.sentences(measures, context.command()));
    }

    private static String described(String name, Background background) {
        String changes = String.join("; ", MeasureWords.changes(name, background));
        return MeasureWords.about(name, background) + (changes.isEmpty() ? "" : " It changes " + changes + ".");
    }

    private static void section(Markdown text, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            text.heading(3, title);
            text.items(sentences);
        }
    }

    /** Returns which gates each set loses, and which sets do worse than a part of them. */
    static List<String> whyNot(Measures measures) {
        List<String> said = new ArrayList<>(Shortfall.sentences(measures));
        said.addAll(Shortfall.spoiled(measures));
        return said.stream().map(one -> one + ".").toList();
    }

    /** Writes what every set changes: differences to the unchanged scenario on the same users, seeds and knobs. */
    private static void effects(Markdown text, Measures measures) {
        columns(text);
        measures.sets().forEach(set -> text.line(row(set, measures)));
        text.blank();
        text.paragraph(Draws.legend(measures));
        text.paragraph(Prices.sentence(measures));
    }

    /** Writes the head of the table of sets. */
    static Markdown columns(Markdown text) {
        return text.head(
                "measure",
                "verdict",
                "gates hold",
                SetWords.OUTAGE_TOTAL,
                "users affected",
                "change of " + SetWords.OUTAGE_TOTAL,
                "change of users affected",
                "price",
                "relies on");
    }

    /** Returns the row of a set. */
    static String row(MeasureSet set, Measures measures) {
        return Markdown.cells(
                Sheet.brief(set.name()),
                set.verdict().text(),
                SetWords.holds(set) + " of " + set.holds().n() + " draws",
                SetWords.figure(set.outage(), measures.clock()),
                SetWords.figure(set.affected(), measures.clock()),
                SetWords.change(set.outage()),
                SetWords.change(set.affected()),
                Sheet.brief(SetWords.price(set)),
                set.reliesOn().isEmpty() ? "–" : Sheet.brief(String.join(", ", set.reliesOn())));
    }

    /** Writes the head of the table of gates. */
    static Markdown gateColumns(Markdown text, Measures measures) {
        List<String> head = new ArrayList<>(List.of("measure"));
        for (GateSight gate : measures.unchanged().gates()) {
            head.add(Sheet.brief(gate.seen().name() + ": " + gate.seen().measure() + " " + gate.wanted()));
        }
        return text.head(head.toArray(String[]::new));
    }

    /** Returns the row of a set in the table of gates. */
    static String gates(MeasureSet set, Measures measures) {
        List<String> cells = new ArrayList<>(List.of(Sheet.brief(set.name())));
        for (GateSight gate : set.gates()) {
            cells.add(SetWords.figure(gate.seen(), measures.clock()) + "; holds in " + SetWords.holds(gate.holds())
                    + ", " + gate.verdict().text());
        }
        return Markdown.cells(cells.toArray(String[]::new));
    }

    /** Writes the head of the table of what else is shown. */
    private static void shownColumns(Markdown text, Measures measures) {
        List<String> head = new ArrayList<>(List.of("measure"));
        for (Sight seen : measures.unchanged().shown()) {
            head.add(seen.name() + ": " + seen.measure());
            head.add("change");
        }
        text.head(head.toArray(String[]::new));
    }

    private static String shown(MeasureSet set, Measures measures) {
        List<String> cells = new ArrayList<>(List.of(set.name()));
        for (Sight seen : set.shown()) {
            cells.add(SetWords.figure(seen, measures.clock()));
            cells.add(SetWords.change(seen));
        }
        return Markdown.cells(cells.toArray(String[]::new));
    }
}
