package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.compare.Comparing;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.RankingFlip;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Spends a budget of events on a field of contenders: the unchanged scenario, then the others from the cheapest on until one is
 * known to suffice; then single measures, what verdicts hang on, sets of which no part is known to suffice, and last the rest,
 * which nobody needs. Used once.
 */
public final class Contest {
    /** So many draws the figures of a set rest on if the budget allows, even if its verdict is clear before. */
    private static final int WORTH_SHOWING = 10;

    private final Field field;
    private final ComparePlan plan;
    private final Workshop workshop;
    private final Lineup lineup;
    private final List<Entrant> inOrder;
    private final Entrant unchanged;
    private final BudgetLeft budgetLeft;
    private final DeciderSearch deciderSearch;
    private final RemainingWork remainingWork;
    private final Percent demanded;
    private final Map<String, Percent> demands;
    private final Scenario written;
    private double spendable = 1;

    /** Prepares a comparison; nothing is run yet. */
    public Contest(Field field, ComparePlan plan, CompareWatcher watcher) {
        this.field = field;
        this.plan = plan;
        workshop = new Workshop(field, plan, watcher);
        written = field.scenario(field.contenders().get(0), Map.of());
        demanded = Comparing.demanded(written, plan.holds());
        demands = Comparing.demands(written, plan.holds());
        lineup = new Lineup(field, plan, demands);
        inOrder = lineup.runners();
        unchanged = lineup.unchanged();
        budgetLeft = new BudgetLeft(plan, workshop, unchanged, inOrder);
        deciderSearch = new DeciderSearch(field, plan, workshop, budgetLeft, unchanged, demanded.share());
        remainingWork = new RemainingWork(plan, budgetLeft, lineup);
    }

    /**
     * Runs the comparison.
     *
     * @throws StoppedException if it was stopped before anything was known
     */
    public Comparison run() {
        try {
            spend();
            return result(false);
        } catch (StoppedException e) {
            if (unchanged.draws() == 0) {
                throw e;
            }
            return result(true);
        }
    }

    private void spend() {
        together(List.of(unchanged), firstLook(), "the scenario as it is");
        if (plan.isFull()) {
            inOrder.forEach(runner -> advance(runner, plan.draws()));
            deciderSearch.ask(inOrder, this::advance);
        } else {
            decideSingles(1 - BudgetLeft.FOR_FLIPS);
            deciderSearch.ask(inOrder, this::advance);
            decideSingles(1);
            decideTogether();
        }
    }

    /** Decides single measures, as far as a share of the budget goes, after a first look at the sets that could make up for them. */
    private void decideSingles(double share) {
        spendable = share;
        untilOneSuffices();
        List<Entrant> singles = inOrder.stream().filter(Lineup::isSingle).toList();
        screen(singles);
        screen(needed());
        singles.forEach(this::show);
        singles.forEach(this::decide);
    }

    /** Decides sets of several measures: those of which no part suffices, and at last those that nobody needs. */
    private void decideTogether() {
        screen(needed());
        needed().forEach(this::show);
        needed().forEach(this::decide);
        screen(inOrder);
        inOrder.forEach(this::decide);
    }

    private List<Entrant> needed() {
        return inOrder.stream()
                .filter(runner -> lineup.isNeeded(runner.contender()))
                .toList();
    }

    private Comparison result(boolean isStopped) {
        List<Entry> order = lineup.byPrice();
        Standings standings = new Standings(plan, unchanged, inOrder);
        Contender cheapest = cheapest(order);
        return new Comparison(
                written.name(),
                written.clock(),
                plan,
                demanded,
                demands,
                written.gates(),
                field.figures(),
                Knobs.of(field, field.contenders()),
                order.stream()
                        .filter(entry -> entry.runner().draws() > 0)
                        .map(entry -> standings.of(entry.contender(), entry.runner()))
                        .toList(),
                lineup.same(),
                order.stream()
                        .filter(entry -> entry.runner().draws() == 0)
                        .map(Entry::contender)
                        .toList(),
                order.stream()
                        .map(Entry::contender)
                        .filter(contender -> !lineup.isNeeded(contender))
                        .toList(),
                cheapest,
                cheapest == null ? List.of() : rankingFlips(cheapest, order),
                deciderSearch.deciders(inOrder),
                deciderSearch.together(),
                workshop.spentEvents(),
                isStopped,
                remainingWork.remaining(workshop.spentEvents(), deciderSearch.dropped()));
    }

    private List<RankingFlip> rankingFlips(Contender cheapest, List<Entry> order) {
        List<Entry> others = order.stream()
                .filter(entry ->
                        entry.runner() != unchanged && !entry.contender().equals(cheapest))
                .toList();
        return RankingFlips.of(
                plan.ranking(),
                cheapest,
                field.contenders().stream()
                        .filter(contender -> contender.variants().size() == 1)
                        .toList(),
                contenders(others, runner -> runner.verdict() == Verdict.PASSED),
                contenders(others, runner -> runner.isOpen() && runner.held() == runner.draws()));
    }

    private static List<Contender> contenders(List<Entry> entries, Predicate<Entrant> which) {
        return entries.stream()
                .filter(entry -> which.test(entry.runner()))
                .map(Entry::contender)
                .toList();
    }

    private int firstLook() {
        return new Looks(plan.draws()).after(0);
    }

    /** Runs the first draws of contenders that have none, as far as the budget goes. */
    private void screen(List<Entrant> some) {
        for (Entrant runner : some) {
            if (runner.draws() == 0 && budgetLeft.affords(runner, firstLook(), spendable)) {
                together(
                        List.of(runner),
                        firstLook(),
                        "screening " + runner.contender().name());
            }
        }
    }

    /** Runs some contenders up to {@code draws} draws. */
    private void together(List<Entrant> some, int draws, String doing) {
        List<Entrant> behind = some.stream().filter(one -> one.draws() < draws).toList();
        List<Job> jobs = new ArrayList<>();
        behind.forEach(one -> jobs.addAll(one.jobs(draws)));
        workshop.foresee(remainingWork.foreseen(workshop.spentEvents()));
        Workshop.Batch batch = workshop.run(jobs, doing);
        int at = 0;
        for (Entrant one : behind) {
            int count = one.jobs(draws).size();
            one.take(batch.first(at, at + count));
            at += count;
        }
        if (batch.isStopped()) {
            throw new StoppedException();
        }
    }

    private void untilOneSuffices() {
        for (Entrant runner : inOrder) {
            screen(List.of(runner));
            if (runner != unchanged) {
                show(runner);
            }
            decide(runner);
            if (runner != unchanged && runner.verdict() == Verdict.PASSED) {
                return;
            }
        }
    }

    /** Runs a set that has its first draws until its figures are worth showing, whatever its verdict, if the budget allows. */
    private void show(Entrant runner) {
        int draws = Math.min(WORTH_SHOWING, plan.draws());
        if (runner.draws() > 0 && runner.draws() < draws && budgetLeft.affords(runner, draws, spendable)) {
            advance(runner, draws);
        }
    }

    /**
     * Goes on with a contender until its verdict is clear, look by look, as far as the budget goes. One that held so far can
     * pass at the last look only, so it does not begin what it cannot end.
     */
    private void decide(Entrant runner) {
        while (runner.isOpen()) {
            boolean heldSoFar = runner.held() == runner.draws();
            int goal = heldSoFar ? plan.draws() : runner.nextLook();
            if (!budgetLeft.affords(runner, goal, spendable)) {
                return;
            }
            advance(runner, runner.nextLook());
        }
    }

    /** Runs a contender up to {@code draws} draws, and the unchanged scenario with it. */
    private void advance(Entrant runner, int draws) {
        String doing = runner.contender().name() + ": draws " + (runner.draws() + 1) + " to " + draws;
        if (runner != unchanged) {
            together(List.of(unchanged), budgetLeft.beside(draws), doing);
        }
        together(List.of(runner), draws, doing);
    }

    private @Nullable Contender cheapest(List<Entry> order) {
        List<Contender> passed = order.stream()
                .filter(entry -> entry.runner() != unchanged && entry.runner().verdict() == Verdict.PASSED)
                .map(Entry::contender)
                .toList();
        boolean isRanked =
                plan.ranking().ranks(passed.stream().map(Contender::price).toList());
        return passed.isEmpty() || (passed.size() > 1 && !isRanked) ? null : passed.get(0);
    }
}
