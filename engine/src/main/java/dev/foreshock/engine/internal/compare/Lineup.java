package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Comparing;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Price;
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

/** Who takes part, and in which order. */
final class Lineup {
    private final Field field;
    private final ComparePlan plan;
    private final Map<String, Percent> demands;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> same = new LinkedHashMap<>();

    Lineup(Field field, ComparePlan plan, Map<String, Percent> demands) {
        this.field = field;
        this.plan = plan;
        this.demands = demands;
        enter();
    }

    /** Lets everybody in. Who comes to the same scenario as somebody before shares its runs; with more measures, it stays out. */
    private void enter() {
        Map<Object, Entry> seen = new LinkedHashMap<>();
        Scenario first = field.scenario(field.contenders().get(0), Map.of());
        for (Contender contender : field.contenders()) {
            List<? extends Uncertain> uncertain = field.uncertain(contender);
            Scenario written = field.scenario(contender, Map.of());
            requireSameYardstick(contender, written, first);
            Object identity = List.of(
                    written,
                    uncertain.stream()
                            .map(knob -> List.of(knob.path(), knob.at(0), knob.at(1)))
                            .toList());
            Entry twin = seen.get(identity);
            if (twin == null) {
                Entry entry = new Entry(contender, new Entrant(contender, uncertain, plan, demands));
                entries.add(entry);
                seen.put(identity, entry);
            } else if (contender.variants().size() > twin.contender().variants().size()) {
                same.put(contender.name(), twin.contender().name());
            } else {
                entries.add(new Entry(contender, twin.runner()));
            }
        }
    }

    /** A measure that moves the limits, or what words mean, has not changed the service. */
    private static void requireSameYardstick(Contender contender, Scenario scenario, Scenario first) {
        if (!Comparing.isSameYardstick(first, scenario)) {
            throw new InvalidScenarioException(List.of(new Problem(
                    Flaw.CONFLICT,
                    "variants",
                    "a measure must leave 'gates', 'define' and 'clock' as they are, but '" + contender.name()
                            + "' does not",
                    "change them with --set or an overlay for all sets alike")));
        }
    }

    /** Returns larger sets that come to the same scenario as a smaller one and stayed out: name by name. */
    Map<String, String> same() {
        return same;
    }

    /** Returns the unchanged scenario. */
    Entrant unchanged() {
        return entries.get(0).runner();
    }

    /** Returns the unchanged scenario, then the others from the cheapest on; of equals, the smaller first, in the order of the file. */
    List<Entry> byPrice() {
        List<Entry> order = new ArrayList<>(entries.subList(1, entries.size()));
        order.sort(Comparator.<Entry, Price>comparing(entry -> entry.contender().price(), plan.ranking()::compare)
                .thenComparing(entry -> entry.contender().variants().size()));
        order.add(0, entries.get(0));
        return order;
    }

    /** Returns who runs, in the order of {@link #byPrice}, each once. */
    List<Entrant> runners() {
        return byPrice().stream().map(Entry::runner).distinct().toList();
    }

    /** Tells whether no part of a set is known to suffice by now; if one is, nobody needs the rest of the set. */
    boolean isNeeded(Contender set) {
        return entries.stream()
                .noneMatch(part -> part.runner().verdict() == Verdict.PASSED
                        && part.contender().isPartOf(set));
    }

    /** Tells whether it is one measure, or none. */
    static boolean isSingle(Entrant runner) {
        return runner.contender().variants().size() <= 1;
    }
}
