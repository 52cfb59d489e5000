package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.Remaining;
import dev.foreshock.reports.CompareContext;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what a comparison spent, and what it would take to know the rest. */
public final class SpendingWords {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int SHORT = 120;
    private static final Pattern BUDGET = Pattern.compile(" --budget[= ]\\S+");

    private SpendingWords() {}

    /** Returns what was spent, and of how much. */
    public static String spent(Comparison comparison) {
        String spent = Amounts.count((double) comparison.spentEvents());
        return comparison.plan().isFull()
                ? "spent " + spent + " events"
                : "spent " + spent + " of "
                        + Amounts.count((double) comparison.plan().budgetEvents()) + " events";
    }

    /** Returns commands that would tell more, each with how long it takes; none if there is nothing to tell. */
    public static List<String> commands(Comparison comparison, CompareContext context) {
        Remaining remaining = comparison.remaining();
        ComparePlan plan = comparison.plan();
        List<String> said = new ArrayList<>();
        String draws = remaining.draws() > plan.draws() ? " --draws " + remaining.draws() : "";
        if (remaining.isSomething() && !plan.isFull()) {
            said.add(more(remaining) + context.base() + draws + " --budget " + budget(remaining.budgetEvents())
                    + time(comparison, (double) (comparison.spentEvents() + remaining.events()), context));
        }
        if (remaining.isSomething() && (!plan.isFull() || !draws.isEmpty() || comparison.isStopped())) {
            double all = (double) remaining.fullEvents() * Math.max(plan.draws(), remaining.draws()) / plan.draws();
            said.add("every set with every draw: " + context.base() + draws + " --full"
                    + time(comparison, all, context));
        }
        return said;
    }

    private static String more(Remaining remaining) {
        String knobs = remaining.knobs().isEmpty()
                ? ""
                : (remaining.runs() > 0 ? ", and " : "") + "where verdicts flip over "
                        + String.join(", ", remaining.knobs());
        String runs = remaining.runs() == 0
                ? ""
                : remaining.runs() == 1 ? "about 1 more run" : "about " + remaining.runs() + " more runs";
        return runs + knobs + ": ";
    }

    /** Returns a command that compares with a larger budget; empty if neither is known. */
    static Optional<String> richer(String command, long events) {
        return command.isEmpty() || events <= 0
                ? Optional.empty()
                : Optional.of(BUDGET.matcher(command).replaceAll("") + " --budget " + budget(events));
    }

    /** Returns a budget of at least so many events, as the option takes it. */
    static String budget(long events) {
        double seconds = (double) events / ComparePlan.EVENTS_PER_CORE_SECOND / ComparePlan.CORES;
        return seconds <= SHORT
                ? (long) Math.max(1, Math.ceil(seconds)) + "s"
                : (long) Math.ceil(seconds / SECONDS_PER_MINUTE) + "m";
    }

    private static String time(Comparison comparison, double events, CompareContext context) {
        double wall = context.wall().toMillis() / 1e3;
        return wall <= 0 || comparison.spentEvents() == 0
                ? ""
                : " (about " + Amounts.span(Math.max(1, Math.rint(events / comparison.spentEvents() * wall)))
                        + " on this machine)";
    }
}
