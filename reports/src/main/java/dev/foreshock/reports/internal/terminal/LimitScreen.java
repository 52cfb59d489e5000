package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.limit.Bottleneck;
import dev.foreshock.engine.limit.LimitPlan;
import dev.foreshock.engine.limit.LimitStep;
import dev.foreshock.engine.limit.Limits;
import dev.foreshock.engine.limit.Unfinished;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts together what a terminal shows of breaking points. */
public final class LimitScreen {
    private static final int MOST_ALIKE = 3;

    private final Limits limits;
    private final Page page;
    private final Paint paint;
    private final StringBuilder screen = new StringBuilder();

    private LimitScreen(Limits limits, Page page) {
        this.limits = limits;
        this.page = page;
        paint = Paint.of(page);
    }

    /** Returns the text, ended by a line break. */
    public static String of(Limits limits, Duration wall, Page page) {
        LimitScreen screen = new LimitScreen(limits, page);
        LimitPlan plan = limits.plan();
        screen.line(Markup.printable(limits.scenario()) + " · " + Markup.printable(plan.grow()) + " grows · "
                + plan.replications() + (plan.replications() == 1 ? " replication" : " replications") + " · seed "
                + plan.seed() + " · " + limits.runs() + " runs · " + Amounts.count((double) limits.spentEvents())
                + " events · "
                + Amounts.span(wall.toMillis() / 1e3));
        screen.line("it breaks where " + (limits.byGates() ? "a gate does not hold" : "there is an impact"));
        screen.line("");
        screen.asWritten();
        limits.steps().forEach(screen::step);
        Unfinished unfinished = limits.unfinished();
        if (unfinished != null) {
            screen.unfinished(unfinished);
        }
        return screen.screen.toString();
    }

    /** Returns a factor such as {@code x1.21}. */
    public static String factor(double factor) {
        return "x"
                + (factor >= 100 || factor < 0.1
                        ? Amounts.digits(factor)
                        : String.format(Locale.ROOT, factor < 10 ? "%.2f" : "%.1f", factor));
    }

    /** That it breaks without any growth comes first: what follows is then how much less it would take. */
    private void asWritten() {
        LimitStep first = limits.steps().isEmpty() ? null : limits.steps().get(0);
        Estimate factor = first == null ? null : first.factor();
        if (factor != null && factor.value() <= 1) {
            line(paint.strong("it breaks as written already") + ", at x1: it would hold only below "
                    + factor(factor.value()) + " of "
                    + Markup.printable(limits.plan().grow()));
        } else if (first != null && first.outcome() == LimitStep.Outcome.FAILS) {
            line(paint.strong("it breaks as written already") + ", at x1");
        }
    }

    private void step(LimitStep step) {
        String start = step.fixed().isEmpty() ? "breaks at " : "with that fixed, at ";
        Estimate factor = step.factor();
        if (factor == null) {
            line(unfound(step));
            return;
        }
        Bottleneck bottleneck = step.bottleneck();
        line(start + paint.strong(factor(factor.value()))
                + (factor.n() == 1
                        ? " (n=1)"
                        : " [" + factor(factor.low()).substring(1) + " .. "
                                + factor(factor.high()).substring(1) + "]")
                + " of " + Markup.printable(limits.plan().grow()) + " (" + Amounts.digits(step.perSecond())
                + " new users/s at its peak): "
                + (bottleneck == null ? "no limit of the system" : paint.strong(Markup.printable(bottleneck.limit()))));
        detail("fails: "
                + step.fails().entrySet().stream()
                        .map(gate -> Markup.printable(gate.getKey())
                                + (gate.getValue() == factor.n()
                                        ? ""
                                        : " (" + gate.getValue() + " of " + factor.n() + ")"))
                        .collect(Collectors.joining(", ")));
        detail(
                bottleneck == null
                        ? "it fails even with every limit taken away that anything waited for: the time the work takes does it"
                        : how(bottleneck));
        if (!step.holdsAgain().isEmpty()) {
            detail("not a clear limit: more traffic held, or less failed, at "
                    + step.holdsAgain().stream().map(LimitScreen::factor).collect(Collectors.joining(", ")));
        }
        if (step.unbroken() > 0) {
            detail("nothing breaks in " + step.unbroken() + " of " + factor.n() + " replications, which count as "
                    + factor(LimitPlan.MOST));
        }
    }

    private void unfinished(Unfinished unfinished) {
        String fixed = unfinished.fixed().isEmpty() ? "" : "with that fixed, ";
        boolean held = unfinished.holding() > 0;
        boolean failed = !Double.isInfinite(unfinished.failing());
        String holds = held ? "everything holds at " + factor(unfinished.holding()) : "";
        String fails = failed ? "something fails at " + factor(unfinished.failing()) : "";
        line(
                limits.isStopped()
                        ? paint.verdict(Verdict.INCONCLUSIVE, "not finished: it was interrupted here")
                        : "not finished: the budget was spent; --budget takes more");
        if (held || failed) {
            detail(fixed + holds + (held && failed ? " and " : "") + fails + ", as far as the first replication says");
        }
    }

    private String unfound(LimitStep step) {
        String fixed = step.fixed().isEmpty() ? "" : "with that fixed, ";
        return step.outcome() == LimitStep.Outcome.HOLDS
                ? fixed + "nothing breaks up to " + factor(LimitPlan.MOST) + " of "
                        + Markup.printable(limits.plan().grow())
                : fixed + "it is broken at any traffic, down to " + factor(LimitPlan.LEAST) + ": "
                        + step.fails().keySet().stream().map(Markup::printable).collect(Collectors.joining(", "));
    }

    private static String how(Bottleneck bottleneck) {
        String seeds = bottleneck.heldIn() + " of " + bottleneck.of();
        if (bottleneck.found() == Bottleneck.Found.BY_UTILIZATION) {
            return "by utilization, not by trial: no limit alone is to blame, this is the busiest; with all of them"
                    + " taken away it holds there in " + seeds;
        }
        String alike = bottleneck.alike().isEmpty()
                ? ""
                : "; so it does without "
                        + bottleneck.alike().stream()
                                .limit(MOST_ALIKE)
                                .map(Markup::printable)
                                .collect(Collectors.joining(" or without "))
                        + (bottleneck.alike().size() <= MOST_ALIKE
                                ? ""
                                : " or any of " + (bottleneck.alike().size() - MOST_ALIKE)
                                        + " others: the limit is not clear");
        return "by trial: without this limit it holds there in " + seeds + alike;
    }

    private void detail(String text) {
        line("    " + text);
    }

    private void line(String text) {
        Lines.within(text, page.width()).forEach(this::unbroken);
    }

    /** Writes what can be copied, such as a command: as it is, however long. */
    private void unbroken(String text) {
        screen.append(text).append('\n');
    }
}
