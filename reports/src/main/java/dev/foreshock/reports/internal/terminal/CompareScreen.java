package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.CompareContext;
import dev.foreshock.reports.internal.account.Deciding;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.MeasureWords;
import dev.foreshock.reports.internal.figure.OutlookWords;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.util.List;

/** Puts together what a terminal shows after a comparison. */
public final class CompareScreen {
    private static final int WIDTH = 132;
    private static final int LABEL = 22;

    private final Comparison comparison;
    private final Measures measures;
    private final CompareContext context;
    private final Paint paint;
    private final StringBuilder screen = new StringBuilder();

    private CompareScreen(Comparison comparison, CompareContext context, Paint paint) {
        this.comparison = comparison;
        measures = Measures.of(comparison);
        this.context = context;
        this.paint = paint;
    }

    /** Returns the text, ended by a line break. */
    public static String of(Comparison comparison, CompareContext context, String ending, Paint paint) {
        CompareScreen screen = new CompareScreen(comparison, context, paint);
        screen.head();
        CompareTable.of(comparison, paint, WIDTH).forEach(screen::line);
        screen.line("");
        screen.cheapest();
        screen.deciders();
        screen.open();
        screen.ending(ending);
        return screen.screen.toString();
    }

    private void head() {
        long sets = comparison.standings().size() - 1L;
        int knobs = comparison.knobs().size();
        String drawn = knobs == 0
                ? "up to " + comparison.plan().draws() + " replications"
                : "up to " + comparison.plan().draws() + " draws over " + knobs + (knobs == 1 ? " knob" : " knobs");
        String without = context.without().isEmpty()
                ? ""
                : " · without " + Markup.printable(String.join(", ", context.without()));
        line(Markup.printable(comparison.scenario()) + without + " · " + sets + (sets == 1 ? " set" : " sets")
                + " of measures · " + drawn + ", same users in each · seed "
                + comparison.plan().seed() + " · " + Amounts.count((double) comparison.spentEvents()) + " events · "
                + Amounts.span(context.wall().toMillis() / 1e3) + speed());
        if (comparison.isStopped()) {
            line(paint.verdict(Verdict.INCONCLUSIVE, "interrupted: what follows is what was known by then"));
        }
        line("a set passes if every gate holds " + Markup.printable(MeasureWords.demanded(measures)));
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
        }
        if (cheapest != null) {
            line(Lines.fit("cheapest sufficient", LABEL) + paint.strong(Markup.printable(cheapest.name())) + ": "
                    + Markup.printable(cheapest.price()));
            if (!cheapest.reliesOn().isEmpty()) {
                entry("it relies on", MeasureWords.reliance(cheapest, measures));
            }
            if (cheapest.fewerMinutes() != null) {
                entry("it changes", MeasureWords.changes(cheapest));
            }
        } else if (passed.isEmpty()) {
            entry("cheapest sufficient", "none that is known");
        } else {
            entry(
                    "sufficient",
                    MeasureWords.names(passed)
                            + "; to say which is cheapest, give prices a ranking: compare: { rank-by: [...] }");
        }
    }

    private void deciders() {
        List<Deciding> ranked = MeasureWords.deciders(measures);
        if (!ranked.isEmpty()) {
            Deciding first = ranked.get(0);
            entry(
                    "decides it",
                    "for " + first.set() + " (gate " + first.gate() + "): " + MeasureWords.shares(measures));
            entry("measure this first", first.knob());
        }
        MeasureWords.flips(measures).forEach(flip -> entry("flips", flip));
    }

    private void open() {
        MeasureWords.leftOut(measures).forEach(one -> entry("left out", one));
        if (!measures.untried().isEmpty()) {
            entry(
                    "not run",
                    String.join(", ", measures.untried()) + ": "
                            + (comparison.isStopped() ? "interrupted" : "the budget was spent"));
        }
        String undecided = MeasureWords.undecided(measures);
        if (!undecided.isEmpty()) {
            entry("undecided", undecided);
        }
        OutlookWords.commands(comparison, context).forEach(command -> entry("to know more", command));
    }

    private void ending(String ending) {
        if (context.directory() != null) {
            entry("files", context.directory());
        }
        entry(comparison.isStopped() ? "interrupted" : "budget", OutlookWords.spent(comparison));
        boolean suffices = measures.sets().stream().anyMatch(set -> set.verdict() == Verdict.PASSED);
        line(paint.verdict(suffices ? Verdict.PASSED : Verdict.DEVIATED, ending));
    }

    private void entry(String label, String text) {
        line(Lines.fit(label, LABEL) + Markup.printable(text));
    }

    private void line(String text) {
        screen.append(text).append('\n');
    }
}
