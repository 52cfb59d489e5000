package dev.foreshock.faults.internal.plan;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.TargetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the links of a target that carry the calls a fault strikes: all of them, and no others. */
final class Places {
    private final TargetSpec target;

    /** What each call of the scenario goes to, by its name as {@code caller.call}. */
    private final Map<String, Set<String>> calls = new TreeMap<>();

    Places(Scenario scenario, TargetSpec target) {
        this.target = target;
        scenario.system().components().forEach((caller, component) -> {
            component
                    .calls()
                    .forEach((name, call) ->
                            calls.put(caller + "." + name, Set.of(call.to() == null ? name : call.to())));
            component.dependencies().stream()
                    .filter(to -> component.calls().values().stream().noneMatch(call -> to.equals(call.to())))
                    .forEach(to -> calls.put(caller + "." + to, Set.of(to)));
        });
        scenario.users().forEach((name, users) -> calls.put("users." + name, users.entries()));
    }

    /** Returns the links for a fault on {@code on}, each of which may be broken. */
    List<LinkTarget> of(String on) throws Inexpressible {
        List<LinkTarget> links = found(on);
        for (LinkTarget link : links) {
            if (!link.allowed()) {
                throw new Inexpressible(
                        "the link on " + link.on() + " must be allowed to be broken, but is not; where it may be, "
                                + "say allowed: yes in the target");
            }
        }
        return links;
    }

    private List<LinkTarget> found(String on) throws Inexpressible {
        Optional<LinkTarget> itself = link(on);
        if (itself.isPresent()) {
            return List.of(itself.get());
        }
        Set<String> all = calls.getOrDefault(on, Set.of());
        if (all.size() == 1) {
            String to = all.iterator().next();
            Optional<LinkTarget> whole = link(to);
            List<String> others = callsTo(to);
            if (whole.isEmpty()) {
                throw missing(on);
            } else if (others.size() > 1) {
                throw new Inexpressible("the link on " + to + " carries all calls to it (" + String.join(", ", others)
                        + "), not only " + on + "; give " + on + " a proxy and a link of its own");
            }
            return List.of(whole.get());
        }
        List<LinkTarget> links = new ArrayList<>();
        for (String call : callsTo(on)) {
            links.add(link(call)
                    .orElseThrow(() -> new Inexpressible(
                            "all calls to " + on + " must go through a proxy, but the target has no link on " + call
                                    + "; add it, or one on " + on)));
        }
        if (links.isEmpty()) {
            throw missing(on);
        }
        return links;
    }

    private List<String> callsTo(String component) {
        return calls.keySet().stream()
                .filter(call -> calls.getOrDefault(call, Set.of()).contains(component))
                .toList();
    }

    private Optional<LinkTarget> link(String on) {
        return target.links().values().stream()
                .filter(link -> link.on().equals(on))
                .findFirst();
    }

    private Inexpressible missing(String on) {
        TreeSet<String> known = new TreeSet<>();
        target.links().values().forEach(link -> known.add(link.on()));
        return new Inexpressible(
                "the target must have a link on " + on + ", but has none; " + Spelling.hint(on, "links", known));
    }
}
