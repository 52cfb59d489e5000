package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds chains that come back to their start. */
final class CycleRules {
    private final Map<String, Set<String>> next;
    private final Set<String> done = new HashSet<>();
    private final List<String> chain = new ArrayList<>();

    private CycleRules(Map<String, Set<String>> next) {
        this.next = next;
    }

    /** Reports each cycle of {@code next} once, at the name where it was entered. */
    static void check(Map<String, Set<String>> next, String what, Problems problems) {
        CycleRules rules = new CycleRules(next);
        next.keySet().forEach(name -> rules.visit(name, what, problems));
    }

    private void visit(String name, String what, Problems problems) {
        int at = chain.indexOf(name);
        if (at >= 0) {
            String cycle = String.join(" -> ", chain.subList(at, chain.size())) + " -> " + name;
            problems.at(name).add(Flaw.CYCLE, what + " must not come back to where they began, but were " + cycle);
        } else if (done.add(name)) {
            chain.add(name);
            next.getOrDefault(name, Set.of()).forEach(other -> visit(other, what, problems));
            chain.remove(chain.size() - 1);
        }
    }
}
