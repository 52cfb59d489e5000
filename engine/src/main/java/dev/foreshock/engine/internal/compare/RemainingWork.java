package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Remaining;
import dev.foreshock.engine.judge.Verdict;
import java.util.List;

/** Estimates what is still to be done, from what runs cost so far and how often gates held in them. */
final class RemainingWork {
    /** What is told to be enough is a quarter more than estimated: what runs cost is known from few of them. */
    private static final double MARGIN = 1.25;

    private final ComparePlan plan;
    private final BudgetLeft budgetLeft;
    private final Lineup lineup;
    private final List<Entrant> runners;

    RemainingWork(ComparePlan plan, BudgetLeft budgetLeft, Lineup lineup) {
        this.plan = plan;
        this.budgetLeft = budgetLeft;
        this.lineup = lineup;
        runners = lineup.runners();
    }

    /** Returns how many events the comparison is going to take altogether, as far as can be told. */
    long foreseen(long spent) {
        if (runners.get(0).draws() == 0) {
            return plan.isFull() ? Long.MAX_VALUE : plan.budgetEvents(); // nothing can be told yet
        }
        long open = 0;
        for (Entrant runner : runners) {
            boolean isOpen = runner.draws() == 0 || runner.isOpen();
            open += plan.isFull() || isOpen ? budgetLeft.cost(runner, plan.draws()) : 0;
        }
        return plan.isFull() ? spent + open : Math.min(plan.budgetEvents(), spent + open);
    }

    /**
     * Returns what is left undecided, and what it would take.
     *
     * @param spent how many events were simulated
     * @param dropped searches that were not made
     */
    Remaining remaining(long spent, List<FlipSearch.Search> dropped) {
        int draws = 0;
        long runs = 0;
        long events = 0;
        long full = 0;
        Entrant unchanged = runners.get(0);
        for (Entrant runner : runners) {
            full += plan.draws() * (long) plan.replications() * budgetLeft.each(runner);
            int goal = goal(runner);
            if (goal > runner.draws()) {
                draws = Math.max(draws, goal);
                runs += runner.jobs(Math.min(goal, plan.draws())).size()
                        + Math.max(0, goal - plan.draws()) * (long) plan.replications();
                events += (goal - runner.draws()) * (long) plan.replications() * budgetLeft.each(runner);
            }
        }
        int beside = budgetLeft.beside(Math.min(draws, plan.draws()));
        if (unchanged.draws() < beside && goal(unchanged) < beside) {
            runs += unchanged.jobs(beside).size();
            events += budgetLeft.cost(unchanged, beside);
        }
        long searching = dropped.stream()
                .mapToLong(search -> FlipSearch.runsFor(1) * each(search))
                .sum();
        double budget =
                MARGIN * Math.max((spent + events) / (1 - BudgetLeft.FOR_FLIPS), (double) spent + events + searching);
        return new Remaining(
                draws,
                runs,
                events + searching,
                (long) Math.min(budget, Long.MAX_VALUE),
                full,
                dropped.stream()
                        .map(search -> search.course().name())
                        .distinct()
                        .toList());
    }

    private long each(FlipSearch.Search search) {
        return runners.stream()
                .filter(runner -> runner.contender().equals(search.contender()))
                .mapToLong(budgetLeft::each)
                .findFirst()
                .orElse(0);
    }

    /**
     * Returns how many draws would decide an entrant, or may, if it has fewer than are allowed; what it has if it is decided, if no
     * number would do, or if nobody needs it.
     */
    private int goal(Entrant runner) {
        boolean isOpen = runner.draws() == 0 || runner.verdict() == Verdict.INCONCLUSIVE;
        return isOpen && lineup.isNeeded(runner.contender())
                ? Math.max(runner.drawsToDecide(), Math.max(runner.draws(), plan.draws()))
                : runner.draws();
    }
}
