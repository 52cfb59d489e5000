package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Decider;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Uncertain;
import dev.foreshock.engine.judge.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks what verdicts hang on: which knobs decide, and where verdicts flip. Used once. */
final class DeciderSearch {
    /** So many draws a contender must have before anything is said about what its verdict hangs on. */
    private static final int TO_EXPLAIN = 20;

    private final Field field;
    private final ComparePlan plan;
    private final Workshop workshop;
    private final BudgetLeft budgetLeft;
    private final Entrant unchanged;
    private final double demanded;
    private final List<Decider> deciders = new ArrayList<>();
    private final List<FlipSearch.Search> dropped = new ArrayList<>();
    private double explained = Double.NaN;

    DeciderSearch(
            Field field,
            ComparePlan plan,
            Workshop workshop,
            BudgetLeft budgetLeft,
            Entrant unchanged,
            double demanded) {
        this.field = field;
        this.plan = plan;
        this.workshop = workshop;
        this.budgetLeft = budgetLeft;
        this.unchanged = unchanged;
        this.demanded = demanded;
    }

    /** Returns what a verdict hangs on, the most important knob first; empty before it was asked. */
    List<Decider> deciders() {
        return deciders;
    }

    /** Returns the share of the spread that all knobs explain; NaN if there was nothing to explain. */
    double explained() {
        return explained;
    }

    /** Returns searches for which the budget had nothing left. */
    List<FlipSearch.Search> dropped() {
        return dropped;
    }

    /**
     * Asks about {@code order}, as far as the budget goes.
     *
     * @param advance brings an entrant to a number of draws
     */
    void ask(List<Entrant> order, BiConsumer<Entrant, Integer> advance) {
        Entrant focus = focus(order);
        Explanation explanation = null;
        if (focus != null && !focus.columns().isEmpty()) {
            int wanted = Math.min(TO_EXPLAIN, plan.draws());
            if (focus.draws() < wanted && budgetLeft.affords(focus, wanted, 1)) {
                advance.accept(focus, wanted);
            }
            explanation = Explanation.of(focus);
        }
        List<FlipSearch.Search> searches =
                new ArrayList<>(explanation == null ? List.of() : explanation.searches(field));
        List<FlipSearch.Search> own = ownKnobs(order, focus);
        searches.addAll(own);
        keepAffordable(searches, order);
        if (explanation != null) {
            explained = explanation.explained();
            deciders.addAll(explanation.deciders(searches));
        }
        new FlipSearch(jobs -> workshop.hold(jobs, "looking for the values at which verdicts flip")).run(searches);
        if (explanation != null) { // told before, in case the search is stopped; now with where it flips
            deciders.clear();
            deciders.addAll(explanation.deciders(searches));
        }
        for (FlipSearch.Search search : own) {
            if (searches.contains(search) && search.flip() != null) {
                deciders.add(
                        new Decider(search.contender().name(), "", search.knob().path(), Double.NaN, search.flip()));
            }
        }
    }

    /** Drops searches from the last one on, until what is left of the budget is enough for the rest. */
    private void keepAffordable(List<FlipSearch.Search> searches, List<Entrant> order) {
        while (!searches.isEmpty() && cost(searches, order) > budgetLeft.left()) {
            dropped.add(0, searches.remove(searches.size() - 1));
        }
    }

    private long cost(List<FlipSearch.Search> searches, List<Entrant> order) {
        return searches.stream()
                .mapToLong(search -> FlipSearch.runsFor(1)
                        * order.stream()
                                .filter(runner -> runner.contender().equals(search.contender()))
                                .mapToLong(runner -> runner.draws() > 0 ? runner.mostEvents() : budgetLeft.each(runner))
                                .findFirst()
                                .orElse(0))
                .sum();
    }

    /** Returns the contender whose verdict hangs on knobs most visibly: it holds in some draws and not in others. */
    private @Nullable Entrant focus(List<Entrant> order) {
        return order.stream()
                .filter(runner -> runner.held() > 0 && runner.held() < runner.draws())
                .min(Comparator.comparingDouble(runner -> Math.abs((double) runner.held() / runner.draws() - demanded)))
                .orElse(null);
    }

    /** Returns searches for single measures that do not suffice, over the uncertain numbers that only they have. */
    private List<FlipSearch.Search> ownKnobs(List<Entrant> order, @Nullable Entrant focus) {
        List<FlipSearch.Search> searches = new ArrayList<>();
        for (Entrant runner : order) {
            if (runner.contender().variants().size() != 1
                    || runner == focus
                    || runner.draws() == 0
                    || runner.verdict() == Verdict.PASSED) {
                continue;
            }
            for (Uncertain knob : field.uncertain(runner.contender())) {
                if (!unchanged.columns().containsKey(knob.path())) {
                    searches.add(new FlipSearch.Search(runner.contender(), knob));
                }
            }
        }
        return searches;
    }
}
