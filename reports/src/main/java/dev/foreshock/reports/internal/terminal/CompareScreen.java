package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.CompareContext;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.compare.Answer;
import dev.foreshock.reports.internal.figure.compare.DeciderWords;
import dev.foreshock.reports.internal.figure.compare.Draws;
import dev.foreshock.reports.internal.figure.compare.OpenQuestions;
import dev.foreshock.reports.internal.figure.compare.PairWords;
import dev.foreshock.reports.internal.figure.compare.Prices;
import dev.foreshock.reports.internal.figure.compare.RankingWords;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import dev.foreshock.reports.internal.figure.compare.Shortfall;
import dev.foreshock.reports.internal.figure.compare.SpendingWords;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.List;

/** Puts together what a terminal shows after a comparison. */
public final class CompareScreen {
    private static final int LABEL = 22;

    private final Comparison comparison;
    private final Measures measures;
    private final CompareContext context;
    private final Page page;
    private final Paint paint;
    private final StringBuilder screen = new StringBuilder();

    private CompareScreen(Comparison comparison, CompareContext context, Page page) {
        this.comparison = comparison;
        measures = Measures.of(comparison);
        this.context = context;
        this.page = page;
        paint = Paint.of(page);
    }

    /** Returns the text, ended by a line break. */
    public static String of(Comparison comparison, CompareContext context, String ending, Page page) {
        CompareScreen screen = new CompareScreen(comparison, context, page);
        screen.head();
        CompareTable.verdicts(screen.measures, screen.paint, page.width()).forEach(screen::unbroken);
        List.of(Draws.few(screen.measures), Draws.cut(screen.measures), Draws.chanceAlone(screen.measures)).stream()
                .filter(note -> !note.isEmpty())
                .forEach(screen::wrapped);
        screen.line("");
        screen.cheapest();
        screen.whyNot();
        screen.deciders();
        screen.open();
        screen.prices();
        screen.shown();
        screen.ending(ending);
        return screen.screen.toString();
    }

    private void head() {
        String without = context.without().isEmpty() ? "" : " without " + String.join(", ", context.without());
        wrapped(Draws.headline(comparison.scenario() + without, measures) + " · "
                + Amounts.count((double) comparison.spentEvents()) + " events · "
                + Amounts.span(context.wall().toMillis() / 1e3) + speed());
        if (!measures.knobs().isEmpty()) {
            wrapped("drawn: " + Draws.knobs(measures));
        }
        if (comparison.isStopped()) {
            line(paint.verdict(Verdict.INCONCLUSIVE, "interrupted: what follows is what was known by then"));
        }
        wrapped(Answer.rule(measures));
        line("");
    }

    /** What a second of the budget is worth here: an event costs what the machine, and what else runs on it, make of it. */
    private String speed() {
        double seconds = context.wall().toMillis() / 1e3;
        return seconds > 0 ? " (" + Amounts.count(comparison.spentEvents() / seconds) + " events/s)" : "";
    }

    private void cheapest() {
        MeasureSet cheapest = measures.cheapestSet().orElse(null);
        List<MeasureSet> passed = measures.sufficient();
        if (measures.unchanged().verdict() == Verdict.PASSED) {
            entry("no measure is needed", "every gate holds as it is");
        } else if (cheapest != null) {
            String open = Answer.undecidedAndCheaper(measures);
            entry(
                    Answer.isAlone(measures)
                            ? "sufficient"
                            : open.isEmpty() && measures.isRanked() ? "cheapest sufficient" : "cheapest known",
                    cheapest.name() + ": " + SetWords.price(cheapest));
            if (Answer.isAlone(measures) && Answer.isAllKnown(measures)) {
                entry("", "the only set that suffices");
            } else if (!measures.isRanked()) {
                entry(
                        "",
                        (Answer.isAlone(measures) ? "the only set known to suffice; " : "")
                                + "its price cannot be compared with those of others that may; " + Prices.HOW_TO_RANK);
            }
            if (!open.isEmpty()) {
                entry("cheaper, undecided", open);
            }
            if (!cheapest.reliesOn().isEmpty()) {
                entry("it relies on", Answer.reliance(cheapest, measures));
            }
            if (cheapest.outage().change() != null) {
                entry("it changes", SetWords.changes(cheapest));
            }
        } else if (passed.isEmpty()) {
            entry("cheapest sufficient", "none that is known");
        } else {
            entry("sufficient", Answer.names(passed) + "; " + Prices.HOW_TO_RANK);
        }
    }

    private void whyNot() {
        entries("pairs", PairWords.sentences(measures));
        entries("why not", Shortfall.sentences(measures));
        entries("worse", Shortfall.spoiled(measures));
    }

    private void deciders() {
        entries(
                "decides it",
                DeciderWords.bySet(measures).stream()
                        .map(ranked ->
                                "for " + DeciderWords.verdict(ranked.get(0)) + ": " + DeciderWords.shares(ranked))
                        .toList());
        DeciderWords.first(measures).ifPresent(first -> entry("measure this first", first));
        List<String> flips = new ArrayList<>(DeciderWords.flips(measures));
        flips.addAll(DeciderWords.firm(measures));
        flips.addAll(DeciderWords.together(measures));
        entries("flips", flips);
    }

    private void open() {
        entries("left out", OpenQuestions.leftOut(measures));
        if (!OpenQuestions.untried(measures).isEmpty()) {
            entry("not run", OpenQuestions.untried(measures));
        }
        String undecided = OpenQuestions.undecided(measures);
        if (!undecided.isEmpty()) {
            entry("undecided", undecided);
        }
        String notNeeded = OpenQuestions.notNeeded(measures);
        if (!notNeeded.isEmpty()) {
            entry("not needed", notNeeded);
        }
        SpendingWords.commands(comparison, context).forEach(command -> entry("to know more", command));
    }

    private void prices() {
        String rates = Prices.rates(measures);
        if (!rates.isEmpty()) {
            entry("prices", rates);
        }
        if (Prices.areAddedUp(measures)) {
            entries("", Prices.ofSingles(measures));
        }
        entries("ranking", RankingWords.sentences(measures));
    }

    private void shown() {
        List<String> table = CompareTable.shown(measures, paint, page.width());
        if (!table.isEmpty()) {
            line("");
            table.forEach(this::unbroken);
            line("");
        }
    }

    private void ending(String ending) {
        if (context.directory() != null) {
            entry("files", context.directory());
        }
        entry(comparison.isStopped() ? "interrupted" : "budget", SpendingWords.spent(comparison));
        boolean suffices = measures.sets().stream().anyMatch(set -> set.verdict() == Verdict.PASSED);
        line(paint.verdict(suffices ? Verdict.PASSED : Verdict.DEVIATED, ending));
    }

    /** Writes several texts below one label. */
    private void entries(String label, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            entry(i == 0 ? label : "", texts.get(i));
        }
    }

    private void entry(String label, String text) {
        List<String> lines = Lines.wrap(text, page.width() - LABEL);
        for (int i = 0; i < lines.size(); i++) {
            line(Lines.fit(i == 0 ? label : "", LABEL) + lines.get(i));
        }
    }

    private void wrapped(String text) {
        Lines.wrap(text, page.width()).forEach(this::line);
    }

    private void line(String text) {
        Lines.within(text, page.width()).forEach(this::unbroken);
    }

    /** Writes what can be copied, such as a command: as it is, however long. */
    private void unbroken(String text) {
        screen.append(text).append('\n');
    }
}
