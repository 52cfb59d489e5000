package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds alerts that can never fire, alerts that page nobody, and responders nobody calls. What is switched off may be so. */
public final class AlertCautions {
    private final View view;
    private final List<Caution> found;

    private AlertCautions(View view, List<Caution> found) {
        this.view = view;
        this.found = found;
    }

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        AlertCautions rule = new AlertCautions(view, found);
        view.scenario.monitors().forEach((name, monitor) -> {
            if (monitor.enabled()) {
                String path = "monitors." + name + (has(monitor, "alert") ? ".alert" : "");
                rule.tooLong(monitor, path);
                rule.unreachable(monitor, path);
            }
            if (monitor.enabled() && monitor.pages().isEmpty()) {
                String nobodyKnows = monitor.tells().isEmpty() ? "" : ", so nobody learns what it tells";
                found.add(new Caution(
                        Kind.ALERT_PAGES_NOBODY,
                        "monitors." + name,
                        "'" + name + "' pages nobody when it fires" + nobodyKnows,
                        "for example pages: [on-call]; enabled: no switches it off"));
            }
        });
        rule.idle();
    }

    private void tooLong(MonitorSpec monitor, String path) {
        Clock clock = view.scenario.clock();
        Duration earliest = monitor.earliest();
        if (earliest.compareTo(clock.length()) > 0) {
            cannotFire(
                    path,
                    "the alert can fire after " + Times.span(earliest.getSeconds() * 1e9 + earliest.getNano())
                            + " at the earliest, but the scenario lasts "
                            + Spans.text(clock.length()),
                    has(monitor, "need") ? "need fewer windows, or shorter ones" : "shorten 'for' or 'every'");
        } else if (monitor.lost().share() == 1) {
            cannotFire(path, "the alert can never fire: all its scrapes fail", "lower 'scrape-loss'");
        }
    }

    private void unreachable(MonitorSpec monitor, String path) {
        Condition condition = monitor.condition();
        Signal signal = condition.signal();
        boolean noWorkers = Double.isInfinite(view.size(monitor.watches()).slots());
        if (signal == Signal.UTILIZATION && noWorkers) {
            cannotFire(path, "'" + monitor.watches() + "' has no workers that could be busy", "watch another signal");
            return;
        }
        double most = condition.timesUsual() ? Double.POSITIVE_INFINITY : most(monitor.watches(), signal);
        if (!canHold(condition, most)) {
            cannotFire(
                    path,
                    signal.text() + " of '" + monitor.watches() + "' lies between "
                            + Quantity.text(signal.dimension(), 0)
                            + " and "
                            + (Double.isInfinite(most) ? "any number" : Quantity.text(signal.dimension(), most))
                            + ", so '" + condition + "' never holds",
                    "compare it with something that it can be");
        }
    }

    private double most(String component, Signal signal) {
        if (signal.dimension() == Dimension.SHARE) {
            return 1;
        }
        boolean bounded = signal == Signal.IN_FLIGHT && !view.resized(component);
        return bounded ? view.size(component).mostInside() : Double.POSITIVE_INFINITY;
    }

    /** Tells whether some number from 0 to {@code most} meets the condition. */
    private static boolean canHold(Condition condition, double most) {
        double limit = condition.limit();
        return switch (condition.comparison()) {
            case BELOW -> limit > 0;
            case AT_MOST -> limit >= 0;
            case ABOVE -> limit < most;
            case AT_LEAST -> limit <= most;
            case EQUAL -> limit >= 0 && limit <= most;
        };
    }

    private static boolean has(MonitorSpec monitor, String setting) {
        return monitor instanceof Record description
                && Settings.of(description.getClass()).stream()
                        .anyMatch(each -> Settings.key(each).equals(setting));
    }

    private void cannotFire(String path, String message, String help) {
        found.add(new Caution(Kind.ALERT_CANNOT_FIRE, path, message, help));
    }

    private void idle() {
        Set<String> called = new HashSet<>();
        view.scenario.monitors().values().forEach(monitor -> called.addAll(monitor.pages()));
        view.scenario.runbook().values().forEach(step -> called.add(step.by()));
        view.scenario.responders().keySet().stream()
                .filter(name -> !called.contains(name))
                .forEach(name -> found.add(new Caution(
                        Kind.RESPONDER_IDLE,
                        "responders." + name,
                        "nobody pages '" + name + "', and no step of the runbook is theirs",
                        "let a monitor page them, give them a step, or take them out")));
    }
}
