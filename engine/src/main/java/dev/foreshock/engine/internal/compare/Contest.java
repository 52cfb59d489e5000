package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.compare.Comparing;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Decider;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Price;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.compare.Uncertain;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spends a budget of events on a field of contenders: everybody is screened; what is still open goes on, the cheapest first
 * until one is known to suffice, then single measures, then the rest. Used once.
 */
public final class Contest {
    /** So many draws a contender must have before anything is said about what its verdict hangs on. */
    private static final int TO_EXPLAIN = 20;

    /** So many draws the unchanged scenario has beside others: enough for the differences. */
    private static final int BESIDE = 20;

    /** The part of the budget that is kept for what verdicts hang on and where they flip. */
    private static final double FOR_FLIPS = 0.2;

    private final Field field;
    private final ComparePlan plan;
    private final Foresight foresight = new Foresight();
    private final Workshop workshop;
    private final List<Entrant> runners = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> same = new LinkedHashMap<>();
    private final Percent demanded;
    private final Map<String, Percent> demands;
    private final Scenario written;
    private final Entrant unchanged;

    /** Prepares a comparison; nothing is run yet. */
    public Contest(Field field, ComparePlan plan, CompareWatcher watcher) {
        this.field = field;
        this.plan = plan;
        workshop = new Workshop(field, plan, watcher, foresight);
        written = field.scenario(field.contenders().get(0), Map.of());
        demanded = Comparing.demanded(written, plan.holds());
        demands = Comparing.demands(written, plan.holds());
        enter();
        unchanged = runners.get(0);
    }

    /** Lets everybody in. Who comes to the same scenario as somebody before shares its runs; with more measures, it stays out. */
    private void enter() {
        Map<Object, Entry> seen = new LinkedHashMap<>();
        for (Contender contender : field.contenders()) {
            List<? extends Uncertain> uncertain = field.uncertain(contender);
            Scenario scenario = field.scenario(contender, Map.of());
            requireSameYardstick(contender, scenario);
            Object identity = List.of(
                    scenario,
                    uncertain.stream()
                            .map(knob -> List.of(knob.path(), knob.at(0), knob.at(1)))
                            .toList());
            Entry twin = seen.get(identity);
            if (twin == null) {
                Entrant runner = new Entrant(contender, uncertain, plan, demands);
                runners.add(runner);
                entries.add(new Entry(contender, runner));
                seen.put(identity, new Entry(contender, runner));
            } else if (contender.variants().size() > twin.contender().variants().size()) {
                same.put(contender.name(), twin.contender().name());
            } else {
                entries.add(new Entry(contender, twin.runner()));
            }
        }
    }

    /** A measure that moves the limits, or what words mean, has not changed the service. */
    private void requireSameYardstick(Contender contender, Scenario scenario) {
        boolean isSame = scenario.gates().equals(written.gates())
                && scenario.define().equals(written.define())
                && scenario.clock().equals(written.clock());
        if (!isSame) {
            throw new InvalidScenarioException(List.of(new Problem(
                    Flaw.CONFLICT,
                    "variants",
                    "a measure must leave 'gates', 'define' and 'clock' as they are, but '" + contender.name()
                            + "' does not",
                    "change them with --set or an overlay for all sets alike")));
        }
    }

    /** A contender, and who runs for it. */
    private record Entry(Contender contender, Entrant runner) {}

    /** Runs the comparison. */
    public Comparison run() {
        List<Entry> order = byPrice();
        List<Entrant> inOrder = order.stream().map(Entry::runner).distinct().toList();
        screenSingles(inOrder);
        if (plan.isFull()) {
            foresight.expect(workshop.spentEvents() + costOf(runners, plan.draws()));
            inOrder.forEach(runner -> advance(runner, plan.draws()));
        } else {
            untilOneSuffices(inOrder);
            inOrder.forEach(this::screen);
            decide(inOrder.stream().filter(Contest::isSingle).toList());
            decide(inOrder);
        }
        List<Decider> deciders = new ArrayList<>();
        double explained = explain(focus(inOrder), inOrder, deciders);
        Standings standings = new Standings(plan, unchanged);
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
                same,
                order.stream()
                        .filter(entry -> entry.runner().draws() == 0)
                        .map(Entry::contender)
                        .toList(),
                cheapest(order),
                deciders,
                explained,
                workshop.spentEvents());
    }

    /** The unchanged scenario, then the others from the cheapest on; of equals, the smaller first, in the order of the file. */
    private List<Entry> byPrice() {
        List<Entry> order = new ArrayList<>(entries.subList(1, entries.size()));
        order.sort(Comparator.<Entry, Price>comparing(entry -> entry.contender().price(), plan.ranking()::compare)
                .thenComparing(entry -> entry.contender().variants().size()));
        order.add(0, entries.get(0));
        return order;
    }

    // --- who runs

    private static boolean isSingle(Entrant runner) {
        return runner.contender().variants().size() <= 1;
    }

    /** Tells whether it takes more than two measures, and none takes more: all together, in most files. */
    private boolean isEverything(Entrant runner) {
        int size = runner.contender().variants().size();
        return size > 2
                && runners.stream()
                        .allMatch(other -> other.contender().variants().size() <= size);
    }

    /** Runs the first draws of the unchanged scenario, of single measures and of all together, whatever the budget. */
    private void screenSingles(List<Entrant> order) {
        List<Entrant> singles = order.stream()
                .filter(runner -> isSingle(runner) || isEverything(runner))
                .toList();
        foresight.expect(Math.min(plan.budgetEvents(), Long.MAX_VALUE / 2));
        together(singles, firstLook(), "screening " + singles.size() + " sets with " + firstLook() + " draws");
    }

    private int firstLook() {
        return new Looks(plan.draws()).after(0);
    }

    /** Runs the first draws of a contender, as far as the budget goes. */
    private void screen(Entrant runner) {
        long each = unchanged.eventsPerRun() * 2; // users who are served go on asking
        if (runner.draws() == 0
                && workshop.spentEvents() + each * firstLook() <= plan.budgetEvents() * (1 - FOR_FLIPS)) {
            together(
                    List.of(runner),
                    firstLook(),
                    "screening " + runner.contender().name());
        }
    }

    /** Runs some contenders up to {@code draws} draws. */
    private void together(List<Entrant> some, int draws, String doing) {
        List<Entrant> behind = some.stream().filter(one -> one.draws() < draws).toList();
        List<Job> jobs = new ArrayList<>();
        behind.forEach(one -> jobs.addAll(one.jobs(draws)));
        List<Trial> trials = workshop.run(jobs, doing);
        int at = 0;
        for (Entrant one : behind) {
            int count = one.jobs(draws).size();
            one.take(trials.subList(at, at + count));
            at += count;
        }
    }

    private void untilOneSuffices(List<Entrant> order) {
        for (Entrant runner : order) {
            screen(runner);
            decide(runner);
            if (runner != unchanged && runner.verdict() == Verdict.PASSED) {
                return;
            }
        }
    }

    private void decide(List<Entrant> order) {
        order.forEach(this::decide);
    }

    /**
     * Goes on with a contender until its verdict is clear, look by look, as far as the budget goes. One that held so far can
     * pass at the last look only, so it does not begin what it cannot end.
     */
    private void decide(Entrant runner) {
        while (runner.isOpen()) {
            boolean heldSoFar = runner.held() == runner.draws();
            int goal = heldSoFar ? plan.draws() : runner.nextLook();
            if (!isAffordable(runner, goal, 1 - FOR_FLIPS)) {
                return;
            }
            advance(runner, runner.nextLook());
        }
    }

    private boolean isAffordable(Entrant runner, int draws, double share) {
        long cost = cost(runner, draws) + (runner == unchanged ? 0 : cost(unchanged, Math.min(draws, beside())));
        return workshop.spentEvents() + cost <= plan.budgetEvents() * share;
    }

    /** Returns how many draws the unchanged scenario goes along with others. */
    private int beside() {
        return plan.isFull() ? plan.draws() : BESIDE;
    }

    private static long cost(Entrant runner, int draws) {
        return draws <= runner.draws() ? 0 : runner.jobs(draws).size() * runner.eventsPerRun();
    }

    private static long costOf(List<Entrant> some, int draws) {
        return some.stream().mapToLong(runner -> cost(runner, draws)).sum();
    }

    /** Runs a contender up to {@code draws} draws, and the unchanged scenario with it. */
    private void advance(Entrant runner, int draws) {
        String doing = runner.contender().name() + ": draws " + (runner.draws() + 1) + " to " + draws;
        if (runner != unchanged) {
            together(List.of(unchanged), Math.min(draws, beside()), doing);
        }
        together(List.of(runner), draws, doing);
    }

    // --- what it comes to

    private @Nullable Contender cheapest(List<Entry> order) {
        List<Contender> passed = order.stream()
                .filter(entry -> entry.runner() != unchanged && entry.runner().verdict() == Verdict.PASSED)
                .map(Entry::contender)
                .toList();
        boolean isRanked =
                plan.ranking().ranks(passed.stream().map(Contender::price).toList());
        return passed.isEmpty() || (passed.size() > 1 && !isRanked) ? null : passed.get(0);
    }

    /** Returns the contender whose verdict hangs on knobs most visibly: it holds in some draws and not in others. */
    private @Nullable Entrant focus(List<Entrant> order) {
        return order.stream()
                .filter(runner -> runner.held() > 0 && runner.held() < runner.draws())
                .min(Comparator.comparingDouble(
                        runner -> Math.abs((double) runner.held() / runner.draws() - demanded.share())))
                .orElse(null);
    }

    private double explain(@Nullable Entrant focus, List<Entrant> order, List<Decider> deciders) {
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
        new FlipSearch(jobs -> workshop.hold(jobs, "looking for the values at which verdicts flip")).run(searches);
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
    private List<FlipSearch.Search> ownKnobs(List<Entrant> order, @Nullable Entrant focus) {
        List<FlipSearch.Search> searches = new ArrayList<>();
        for (Entrant runner : order) {
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
