package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Decider;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Price;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.compare.Uncertain;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Spends a budget of events on a field of contenders: everybody is screened; what is still open goes on, the cheapest first
 * until one is known to suffice, then single measures, then the rest. Used once.
 */
public final class Contest {
    /** So many draws a contender must have before anything is said about what its verdict hangs on. */
    private static final int TO_EXPLAIN = 20;

    /** The part of the budget that is kept for the search for the values at which verdicts flip. */
    private static final double FOR_FLIPS = 0.15;

    private final Field field;
    private final ComparePlan plan;
    private final Foresight foresight = new Foresight();
    private final Workshop workshop;
    private final List<Runner> runners = new ArrayList<>();
    private final Map<String, String> same = new LinkedHashMap<>();
    private final Percent demanded;
    private final String scenarioName;
    private final Runner unchanged;

    /** Prepares a comparison; nothing is run yet. */
    public Contest(Field field, ComparePlan plan, CompareWatcher watcher) {
        this.field = field;
        this.plan = plan;
        workshop = new Workshop(field, plan, watcher, foresight);
        Scenario written = field.scenario(field.contenders().get(0), Map.of());
        scenarioName = written.name();
        demanded = demanded(written);
        enter();
        unchanged = runners.get(0);
    }

    /** Returns the largest share of draws that a gate demands; that of the plan if none demands any. */
    private Percent demanded(Scenario scenario) {
        return scenario.gates().values().stream()
                .map(Claim::share)
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(Percent::share))
                .orElse(plan.holds());
    }

    /** Lets in whoever is not the same scenario as somebody before. */
    private void enter() {
        Map<Object, String> seen = new LinkedHashMap<>();
        for (Contender contender : field.contenders()) {
            Scenario scenario = field.scenario(contender, Map.of());
            List<? extends Uncertain> uncertain = field.uncertain(contender);
            Object identity = List.of(
                    scenario,
                    uncertain.stream()
                            .map(knob -> List.of(knob.path(), knob.at(0), knob.at(1)))
                            .toList());
            String twin = seen.putIfAbsent(identity, contender.name());
            if (twin == null) {
                runners.add(new Runner(contender, uncertain, plan, demanded.share()));
            } else {
                same.put(contender.name(), twin);
            }
        }
    }

    /** Runs the comparison. */
    public Comparison run() {
        List<Runner> order = byPrice();
        foresight.expect(Long.MAX_VALUE / 2);
        screen();
        if (plan.isFull()) {
            foresight.expect(workshop.spentEvents() + costOf(runners, plan.draws()));
            order.forEach(runner -> advance(runner, plan.draws()));
        } else {
            foresight.expect(Math.min(plan.budgetEvents(), workshop.spentEvents() + costOf(open(order), plan.draws())));
            untilOneSuffices(order);
            decide(order.stream()
                    .filter(runner -> runner.contender().variants().size() <= 1)
                    .toList());
            decide(order);
        }
        Runner focus = focus(order);
        List<Decider> deciders = new ArrayList<>();
        double explained = explain(focus, order, deciders);
        Standings standings = new Standings(plan, unchanged);
        return new Comparison(
                scenarioName,
                plan,
                demanded,
                List.copyOf(paths()),
                order.stream().map(standings::of).toList(),
                same,
                cheapest(order),
                deciders,
                explained,
                workshop.spentEvents());
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        runners.forEach(runner -> paths.addAll(runner.columns().keySet()));
        return paths;
    }

    /** The unchanged scenario, then the others from the cheapest on; of equals, the smaller first, in the order of the file. */
    private List<Runner> byPrice() {
        List<Runner> order = new ArrayList<>(runners.subList(1, runners.size()));
        order.sort(
                Comparator.<Runner, Price>comparing(runner -> runner.contender().price(), plan.ranking()::compare)
                        .thenComparing(runner -> runner.contender().variants().size()));
        order.add(0, unchanged);
        return order;
    }

    // --- who runs

    private void screen() {
        List<Job> jobs = new ArrayList<>();
        int first = new Looks(plan.draws()).after(0);
        runners.forEach(runner -> jobs.addAll(runner.jobs(first)));
        foresight.expect(Long.MAX_VALUE / 2);
        List<Trial> trials = workshop.run(jobs, "screening " + runners.size() + " sets with " + first + " draws");
        int at = 0;
        for (Runner runner : runners) {
            int count = runner.jobs(first).size();
            runner.take(trials.subList(at, at + count));
            at += count;
        }
    }

    private void untilOneSuffices(List<Runner> order) {
        for (Runner runner : order) {
            decide(runner);
            if (runner != unchanged && runner.verdict() == Verdict.PASSED) {
                return;
            }
        }
    }

    private void decide(List<Runner> order) {
        order.forEach(this::decide);
    }

    /** Goes on with a contender until its verdict is clear, look by look, as far as the budget goes. */
    private void decide(Runner runner) {
        while (runner.isOpen() && isAffordable(runner, runner.nextLook(), 1 - FOR_FLIPS)) {
            advance(runner, runner.nextLook());
        }
    }

    private boolean isAffordable(Runner runner, int draws, double share) {
        long cost = cost(runner, draws) + (runner == unchanged ? 0 : cost(unchanged, draws));
        return workshop.spentEvents() + cost <= plan.budgetEvents() * share;
    }

    private static long cost(Runner runner, int draws) {
        return draws <= runner.draws() ? 0 : runner.jobs(draws).size() * runner.eventsPerRun();
    }

    private static long costOf(List<Runner> some, int draws) {
        return some.stream().mapToLong(runner -> cost(runner, draws)).sum();
    }

    private static List<Runner> open(List<Runner> order) {
        return order.stream().filter(Runner::isOpen).toList();
    }

    /** Runs a contender up to {@code draws} draws, and the unchanged scenario with it. */
    private void advance(Runner runner, int draws) {
        List<Job> jobs = new ArrayList<>();
        List<Runner> both = runner == unchanged ? List.of(runner) : List.of(unchanged, runner);
        List<Runner> behind = both.stream().filter(one -> one.draws() < draws).toList();
        behind.forEach(one -> jobs.addAll(one.jobs(draws)));
        List<Trial> trials =
                workshop.run(jobs, runner.contender().name() + ": draws " + (runner.draws() + 1) + " to " + draws);
        int at = 0;
        for (Runner one : behind) {
            int count = one.jobs(draws).size();
            one.take(trials.subList(at, at + count));
            at += count;
        }
    }

    // --- what it comes to

    private @Nullable Contender cheapest(List<Runner> order) {
        List<Runner> passed = order.stream()
                .filter(runner -> runner != unchanged && runner.verdict() == Verdict.PASSED)
                .toList();
        boolean isRanked = plan.ranking()
                .ranks(passed.stream().map(runner -> runner.contender().price()).toList());
        return passed.isEmpty() || (passed.size() > 1 && !isRanked)
                ? null
                : passed.get(0).contender();
    }

    /** Returns the contender whose verdict hangs on knobs most visibly: it holds in some draws and not in others. */
    private @Nullable Runner focus(List<Runner> order) {
        return order.stream()
                .filter(runner -> runner.held() > 0 && runner.held() < runner.draws())
                .min(Comparator.comparingDouble(
                        runner -> Math.abs((double) runner.held() / runner.draws() - demanded.share())))
                .orElse(null);
    }

    private double explain(@Nullable Runner focus, List<Runner> order, List<Decider> deciders) {
        Explanation explanation = null;
        if (focus != null && !focus.columns().isEmpty()) {
            int wanted = Math.min(TO_EXPLAIN, plan.draws());
            if (focus.draws() < wanted && isAffordable(focus, wanted, 1)) {
                advance(focus, wanted);
            }
            explanation = Explanation.of(focus);
        }
        List<FlipSearch.Search> searches =
                new ArrayList<>(explanation == null ? List.of() : explanation.searches(field));
        List<FlipSearch.Search> own = ownKnobs(order, focus);
        searches.addAll(own);
        long each = unchanged.eventsPerRun() * FlipSearch.runsFor(1);
        long left = plan.isFull() ? Long.MAX_VALUE : plan.budgetEvents() - workshop.spentEvents();
        while (!searches.isEmpty() && each > 0 && searches.size() > left / each) {
            searches.remove(searches.size() - 1);
        }
        new FlipSearch(jobs -> workshop.run(jobs, "looking for the values at which verdicts flip")).run(searches);
        if (explanation != null) {
            deciders.addAll(explanation.deciders(searches));
        }
        for (FlipSearch.Search search : own) {
            if (searches.contains(search) && search.flip() != null) {
                deciders.add(
                        new Decider(search.contender().name(), "", search.knob().path(), Double.NaN, search.flip()));
            }
        }
        return explanation == null ? Double.NaN : explanation.explained();
    }

    /** Returns searches for single measures that do not suffice, over the uncertain numbers that only they have. */
    private List<FlipSearch.Search> ownKnobs(List<Runner> order, @Nullable Runner focus) {
        List<FlipSearch.Search> searches = new ArrayList<>();
        for (Runner runner : order) {
            if (runner.contender().variants().size() != 1 || runner == focus || runner.verdict() == Verdict.PASSED) {
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
