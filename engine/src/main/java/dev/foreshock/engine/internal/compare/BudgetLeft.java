package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import java.util.List;

/** What runs are expected to cost, and whether the budget has that much left. */
final class BudgetLeft {
    /** The part of the budget that is kept for what verdicts hang on and where they flip. */
    static final double FOR_FLIPS = 0.25;

    /** So many draws the unchanged scenario has beside others: enough for the differences. */
    private static final int BESIDE = 20;

    private static final int SERVED = 2;

    private final ComparePlan plan;
    private final Workshop workshop;
    private final Entrant unchanged;
    private final List<Entrant> runners;

    BudgetLeft(ComparePlan plan, Workshop workshop, Entrant unchanged, List<Entrant> runners) {
        this.plan = plan;
        this.workshop = workshop;
        this.unchanged = unchanged;
        this.runners = runners;
    }

    /** Returns how many draws the unchanged scenario goes along with others that have {@code draws}. */
    int beside(int draws) {
        return plan.isFull() ? draws : Math.min(draws, BESIDE);
    }

    /** Returns how many events a run is expected to take; users who are served go on asking, so there are more than as it happened. */
    long each(Entrant runner) {
        if (runner.draws() > 0) {
            return runner.eventsPerRun();
        }
        return runners.stream()
                .filter(other -> other != unchanged && other.draws() > 0)
                .mapToLong(Entrant::eventsPerRun)
                .max()
                .orElse(unchanged.eventsPerRun() * SERVED);
    }

    /** Returns what the runs that are missing to have {@code draws} draws are expected to cost. */
    long cost(Entrant runner, int draws) {
        return draws <= runner.draws() ? 0 : runner.jobs(draws).size() * each(runner);
    }

    /** Tells whether {@code runner}, and the unchanged scenario beside it, can have {@code draws} draws within a share of the budget. */
    boolean affords(Entrant runner, int draws, double share) {
        long cost = cost(runner, draws) + (runner == unchanged ? 0 : cost(unchanged, beside(draws)));
        return plan.isFull() || workshop.spentEvents() + cost <= plan.budgetEvents() * share;
    }

    /** Returns what is left of the budget. */
    long left() {
        return plan.isFull() ? Long.MAX_VALUE : Math.max(0, plan.budgetEvents() - workshop.spentEvents());
    }
}
