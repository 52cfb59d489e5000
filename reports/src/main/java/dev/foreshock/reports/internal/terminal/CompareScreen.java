package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Decider;
import dev.foreshock.engine.compare.Standing;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.CompareContext;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts together what a terminal shows after a comparison. */
public final class CompareScreen {
    private static final int WIDTH = 132;
    private static final int LABEL = 22;
    private static final double WORTH_NAMING = 0.02;

    private final Comparison comparison;
    private final CompareContext context;
    private final Paint paint;
    private final StringBuilder screen = new StringBuilder();

    private CompareScreen(Comparison comparison, CompareContext context, Paint paint) {
        this.comparison = comparison;
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
        screen.differences();
        screen.deciders();
        screen.same();
        screen.undecided();
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
        line("a set passes if all gates hold in at least " + comparison.demanded() + " of "
                + (knobs == 0 ? "replications" : "draws"));
        line("");
    }

    /** What a second of the budget is worth here: an event costs what the machine, and what else runs on it, make of it. */
    private String speed() {
        double seconds = context.wall().toMillis() / 1e3;
        return seconds > 0 ? " (" + Amounts.count(comparison.spentEvents() / seconds) + " events/s)" : "";
    }

    private void cheapest() {
        Contender cheapest = comparison.cheapest();
        if (comparison.unchanged().verdict() == Verdict.PASSED) {
            entry("no measure is needed", "all gates hold as it is");
        }
        List<Standing> passed = comparison.standings().stream()
                .filter(standing -> standing.verdict() == Verdict.PASSED
                        && !standing.contender().isUnchanged())
                .toList();
        if (cheapest != null) {
            entry(
                    "cheapest sufficient",
                    paint.strong(Markup.printable(cheapest.name())) + ": "
                            + Markup.printable(cheapest.price().toString()));
            if (!cheapest.reliesOn().isEmpty()) {
                entry(
                        "it relies on",
                        Markup.printable(String.join(", ", cheapest.reliesOn())) + otherwise(cheapest, passed));
            }
        } else if (passed.isEmpty()) {
            entry("cheapest sufficient", "none that is known");
        } else {
            entry(
                    "sufficient",
                    names(passed) + "; to say which is cheapest, give prices a ranking: compare: { rank-by: [...] }");
        }
    }

    /** Says what is left where what the cheapest relies on is not true. */
    private String otherwise(Contender cheapest, List<Standing> passed) {
        return passed.stream()
                .map(Standing::contender)
                .filter(other -> other.reliesOn().stream().noneMatch(cheapest.reliesOn()::contains))
                .findFirst()
                .map(other -> "; if that is not so: " + Markup.printable(other.name()) + ", "
                        + Markup.printable(other.price().toString()))
                .orElse("; nothing else is known to suffice");
    }

    private void differences() {
        for (Standing standing : comparison.standings()) {
            if (standing.differences() != null
                    && comparison.cheapest() != null
                    && standing.contender().equals(comparison.cheapest())) {
                var change = standing.differences();
                entry(
                        "it changes",
                        "outage "
                                + signed(
                                        change.outageSeconds().value(),
                                        Amounts.span(Math.abs(
                                                Math.rint(change.outageSeconds().value()))))
                                + " ±"
                                + Amounts.span(Math.rint(change.outageSeconds().halfWidth())) + ", affected "
                                + signed(
                                        change.usersAffectedShare().value(),
                                        Amounts.points(Math.abs(
                                                change.usersAffectedShare().value())))
                                + " ±"
                                + Amounts.points(change.usersAffectedShare().halfWidth()) + ", requests lost "
                                + signed(
                                        change.requestsLost().value(),
                                        Amounts.count(
                                                Math.abs(change.requestsLost().value())))
                                + " ±"
                                + Amounts.count(change.requestsLost().halfWidth()) + " (95 %, paired)");
            }
        }
    }

    private static String signed(double value, String size) {
        return (value < 0 ? "-" : "+") + size;
    }

    private void deciders() {
        List<Decider> ranked = comparison.deciders().stream()
                .filter(decider -> decider.share() >= WORTH_NAMING)
                .toList();
        if (!ranked.isEmpty()) {
            Decider first = ranked.get(0);
            entry(
                    "decides it",
                    "for " + Markup.printable(first.contender()) + " (gate " + Markup.printable(first.gate()) + "): "
                            + ranked.stream()
                                    .map(decider ->
                                            name(decider.knob()) + " " + Math.round(decider.share() * 100) + " %")
                                    .collect(Collectors.joining(", "))
                            + " of the spread; all knobs explain " + Math.round(comparison.explained() * 100) + " %");
            entry("measure this first", name(first.knob()));
        }
        for (Decider decider : comparison.deciders()) {
            Decider.Flip flip = decider.flip();
            if (flip != null) {
                entry(
                        "flips",
                        Markup.printable(decider.contender()) + " holds "
                                + (flip.holdsAbove() ? "from " : "up to ") + flip.at() + " of " + name(decider.knob())
                                + ", all else as written");
            }
        }
    }

    private void same() {
        for (Map.Entry<String, String> twin : comparison.same().entrySet()) {
            entry("left out", Markup.printable(twin.getKey()) + ": nothing but " + Markup.printable(twin.getValue()));
        }
        if (!comparison.untried().isEmpty()) {
            entry(
                    "not run",
                    comparison.untried().stream()
                                    .map(contender -> Markup.printable(contender.name()))
                                    .collect(Collectors.joining(", "))
                            + ": the budget was spent");
        }
    }

    private void undecided() {
        List<Standing> open = comparison.standings().stream()
                .filter(standing -> standing.verdict() == Verdict.INCONCLUSIVE)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        int most = open.stream().mapToInt(Standing::drawsToDecide).max().orElse(0);
        entry(
                "undecided",
                open.stream()
                        .map(standing -> Markup.printable(standing.contender().name())
                                + (standing.drawsToDecide() > 0 ? " (" + standing.drawsToDecide() + " draws)" : ""))
                        .collect(Collectors.joining(", ")));
        line(" ".repeat(LABEL) + "draws in brackets would decide it, going on as so far: " + context.base() + " --full"
                + (most > comparison.plan().draws() ? " --draws " + most : ""));
    }

    private void ending(String ending) {
        if (context.directory() != null) {
            entry("files", Markup.printable(context.directory()));
        }
        boolean suffices = comparison.standings().stream().anyMatch(standing -> standing.verdict() == Verdict.PASSED);
        line(paint.verdict(suffices ? Verdict.PASSED : Verdict.DEVIATED, ending));
    }

    private static String names(List<Standing> standings) {
        return standings.stream()
                .map(standing -> Markup.printable(standing.contender().name()))
                .collect(Collectors.joining(", "));
    }

    private static String name(String knob) {
        return Markup.printable(knob.startsWith("knobs.") ? knob.substring("knobs.".length()) : knob);
    }

    private void entry(String label, String text) {
        line(Lines.fit(label, LABEL) + text);
    }

    private void line(String text) {
        screen.append(text).append('\n');
    }
}
