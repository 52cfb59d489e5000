package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.model.ComponentSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds users without traffic, and claims about, and monitors of, what gets none: neither at first nor after any step of the runbook. */
public final class ReachCautions {
    private ReachCautions() {}

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        Set<String> reached = view.reached();
        claims(view.scenario.record(), "record.", view, reached, found);
        claims(view.scenario.gates(), "gates.", view, reached, found);
        if (view.scenario.system().components().values().stream().noneMatch(ComponentSpec::canCrash)) {
            crashes(view.scenario.record(), "record.", found);
            crashes(view.scenario.gates(), "gates.", found);
        }
        view.scenario.monitors().forEach((name, monitor) -> {
            if (monitor.enabled() && !reached.contains(monitor.watches())) {
                found.add(new Caution(
                        Kind.MONITOR_WITHOUT_TRAFFIC,
                        "monitors." + name + ".watches",
                        "'" + monitor.watches() + "' gets no traffic, so '" + name + "' sees nothing",
                        whyNot(reached)));
            }
        });
        users(view, found);
    }

    /** A curve that brings nobody is found where it is. */
    private static void users(View view, List<Caution> found) {
        view.crowds.forEach((name, crowd) -> {
            Map<String, Curve> curves = view.scenario.traffic().getOrDefault(name, Map.of());
            if (!crowd.comes() && curves.isEmpty()) {
                found.add(new Caution(
                        Kind.USERS_WITHOUT_TRAFFIC,
                        "users." + name,
                        "'" + name + "' has no traffic, so none of these users ever comes",
                        "say how many come: traffic: { " + name + ": { usual: 5/s } }"));
            }
        });
    }

    private static void claims(
            Map<String, Claim> claims, String where, View view, Set<String> reached, List<Caution> found) {
        claims.forEach((name, claim) -> {
            String subject = claim.subject();
            boolean ofRequests = claim.measure().subject() == Named.REQUEST;
            Set<String> present = subject != null && ofRequests ? view.sent() : reached;
            if (subject == null ? reached.isEmpty() : !present.contains(subject)) {
                found.add(new Caution(
                        Kind.CLAIM_WITHOUT_TRAFFIC,
                        where + name + (subject == null ? "" : ".subject"),
                        subject == null
                                ? "no users come, so there is nothing to claim"
                                : ofRequests
                                        ? "nobody who sends '" + subject + "' comes, so there is nothing to claim"
                                        : "'" + subject + "' gets no traffic, so the claim says nothing about it",
                        subject != null && ofRequests ? "give users who send it traffic" : whyNot(reached)));
            }
        });
    }

    private static void crashes(Map<String, Claim> claims, String where, List<Caution> found) {
        claims.forEach((name, claim) -> {
            if (claim.measure() == Measure.CRASHES || claim.measure() == Measure.TIME_TO_CRASH) {
                found.add(new Caution(
                        Kind.CRASH_IMPOSSIBLE,
                        where + name,
                        "no component can crash, so the claim "
                                + (claim.measure() == Measure.CRASHES
                                        ? "holds whatever happens"
                                        : "is about what never comes"),
                        "give servers a memory, such as memory: { heap: 4 GiB, per-request: 10 MiB }"));
            }
        });
    }

    private static String whyNot(Set<String> reached) {
        return reached.isEmpty()
                ? "give a class of users traffic"
                : "no users enter there, and no call leads there from where they do; name something that gets traffic, or let "
                        + "something call it";
    }
}
