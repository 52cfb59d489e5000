package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Decider;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.FlipTogether;
import dev.foreshock.engine.compare.Uncertain;
import dev.foreshock.engine.judge.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final WorthExplaining worthExplaining;
    private final List<FlipSearch.Search> searched = new ArrayList<>();
    private final List<FlipSearch.Search> together = new ArrayList<>();
    private final List<FlipSearch.Search> dropped = new ArrayList<>();

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
        worthExplaining = new WorthExplaining(unchanged, demanded);
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
        List<FlipSearch.Search> searches = new ArrayList<>(ownKnobs(order));
        List<List<FlipSearch.Search>> ranked = new ArrayList<>();
        List<Explanation> explained = new ArrayList<>();
        for (Entrant focus : worthExplaining.of(order)) {
            int wanted = enough();
            if (!focus.columns().isEmpty() && focus.draws() < wanted && budgetLeft.affords(focus, wanted, 1)) {
                advance.accept(focus, wanted);
            }
            Explanation explanation = explanation(focus);
            if (explanation != null && focus.held() > 0) {
                ranked.add(explanation.searches(field));
                explained.add(explanation);
            }
        }
        inTurns(ranked).stream()
                .filter(one -> searches.stream().noneMatch(one::isSameAs))
                .forEach(searches::add);
        search(searches, order);
        searched.addAll(searches);
        for (int knobs = 2; knobs <= Decider.MOST_SEARCHES; knobs++) {
            askTogether(knobs, explained, order);
        }
    }

    /** Searches over several knobs at once for the sets whose verdicts nothing flipped so far, though it was searched for. */
    private void askTogether(int knobs, List<Explanation> explained, List<Entrant> order) {
        List<FlipSearch.Search> searches = new ArrayList<>();
        for (Explanation explanation : explained) {
            List<FlipSearch.Search> before = Stream.concat(searched.stream(), together.stream())
                    .filter(search -> search.contender().equals(explanation.contender()))
                    .toList();
            boolean isWhole = !before.isEmpty()
                    && dropped.stream().noneMatch(search -> search.contender().equals(explanation.contender()));
            if (isWhole && before.stream().noneMatch(FlipSearch.Search::isBracketed)) {
                explanation
                        .searchTogether(field, knobs, before.get(0).holdsThroughout())
                        .ifPresent(searches::add);
            }
        }
        search(searches, order);
        together.addAll(searches);
    }

    /** Makes {@code searches}, but for those that the budget has nothing left for. */
    private void search(List<FlipSearch.Search> searches, List<Entrant> order) {
        keepAffordable(searches, order);
        new FlipSearch(jobs -> workshop.hold(jobs, "looking for the values at which verdicts flip")).run(searches);
    }

    /** Returns where verdicts flip that no single knob flips: of each set the last search, over the most knobs. */
    List<FlipTogether> together() {
        Map<Contender, FlipTogether> last = new LinkedHashMap<>();
        together.forEach(search -> last.put(search.contender(), search.together()));
        return List.copyOf(last.values());
    }

    /** Returns what a verdict hangs on; null if that cannot be told, or not from so few draws. */
    private @Nullable Explanation explanation(Entrant focus) {
        return focus.draws() < enough() ? null : Explanation.of(focus);
    }

    private int enough() {
        return Math.min(TO_EXPLAIN, plan.draws());
    }

    /** Returns the first of each list, then the second of each, and so on: the most important knob of each set before the next of any. */
    private static List<FlipSearch.Search> inTurns(List<List<FlipSearch.Search>> ranked) {
        return IntStream.range(0, Decider.MOST_SEARCHES)
                .boxed()
                .flatMap(rank -> ranked.stream().filter(of -> rank < of.size()).map(of -> of.get(rank)))
                .toList();
    }

    /** Returns what verdicts hang on, as far as it is known by now: set by set, the most important knob of each first. */
    List<Decider> deciders(List<Entrant> order) {
        List<Decider> deciders = new ArrayList<>();
        for (Entrant focus : worthExplaining.of(order)) {
            Explanation explanation = explanation(focus);
            if (explanation != null) {
                deciders.addAll(explanation.deciders(searched));
            }
        }
        for (FlipSearch.Search search : searched) {
            String path = search.course().name();
            boolean isTold = deciders.stream()
                    .anyMatch(told -> told.contender().equals(search.contender().name())
                            && told.knob().equals(path));
            if (!isTold) {
                deciders.add(
                        new Decider(search.contender().name(), "", path, Double.NaN, Double.NaN, true, search.flip()));
            }
        }
        return deciders;
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
                                .mapToLong(budgetLeft::each)
                                .findFirst()
                                .orElse(0))
                .sum();
    }

    /** Returns searches for single measures that are not known to suffice, over the uncertain numbers that only they have. */
    private List<FlipSearch.Search> ownKnobs(List<Entrant> order) {
        List<FlipSearch.Search> searches = new ArrayList<>();
        for (Entrant runner : order) {
            if (runner.contender().variants().size() != 1
                    || runner.draws() == 0
                    || runner.verdict() == Verdict.PASSED) {
                continue;
            }
            for (Uncertain knob : field.uncertain(runner.contender())) {
                if (!unchanged.columns().containsKey(knob.path())) {
                    searches.add(new FlipSearch.Search(runner.contender(), Course.through(knob)));
                }
            }
        }
        return searches;
    }
}
