package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Spelling;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The rules for former names: each is of something that is there, and no two things draw under one name. */
final class FormerNameRules {
    private final Scenario scenario;
    private final Problems problems;
    private final Set<String> known = new TreeSet<>();

    FormerNameRules(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    void check() {
        int before = problems.all().size();
        FormerNames former = scenario.formerNames();
        Map<String, ComponentSpec> components = scenario.system().components();
        distinct("components", components.keySet(), former::component);
        // Calls follow the components they are named after, so a clash of components would be found again in each
        // caller.
        boolean clash = problems.all().size() > before;
        components.forEach((name, component) -> {
            Map<String, CallSpec> calls = component.calls();
            distinct("components." + name + ".calls", calls.keySet(), call -> {
                CallSpec spec = calls.get(call);
                return spec == null || clash ? call : former.call(name, call, spec);
            });
        });
        distinct("users", scenario.users().keySet(), former::users);
        distinct("monitors", scenario.monitors().keySet(), former::monitor);
        distinct("faults", scenario.faults().keySet(), former::fault);
        scenario.was().keySet().stream()
                .filter(path -> !known.contains(path))
                .forEach(path -> problems.at("was")
                        .at(path)
                        .add(
                                Flaw.DANGLING,
                                "'" + path + "' has a former name, but is not in this scenario",
                                Spelling.hint(path, "things", known)));
        scenario.system().labels().keySet().stream()
                .filter(name -> !components.containsKey(name))
                .forEach(name -> problems.at("system")
                        .at("labels")
                        .at(name)
                        .add(
                                Flaw.DANGLING,
                                "'" + name + "' has labels, but is not a component of this scenario",
                                Spelling.hint(name, "components", components.keySet())));
    }

    private void distinct(String sort, Collection<String> names, UnaryOperator<String> former) {
        Map<String, String> first = new TreeMap<>();
        for (String name : names) {
            String path = sort + "." + name;
            known.add(path);
            String other = first.putIfAbsent(former.apply(name), name);
            if (other != null) {
                String later = scenario.was().containsKey(path) ? name : other;
                problems.at(sort + "." + later)
                        .at("was")
                        .add(
                                Flaw.CONFLICT,
                                "'" + name + "' and '" + other
                                        + "' must not have the same former name, but both draw as '"
                                        + former.apply(name) + "'",
                                "a former name belongs to one thing: leave out the 'was' of the other, or give that a 'was' of its own");
            }
        }
    }
}
