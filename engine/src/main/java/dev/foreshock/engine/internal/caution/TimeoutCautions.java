package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls that go on waiting when nobody waits for them any more. How long a component's own callers wait is the shortest
 * wait along a chain of calls from users down to it, and the longest of these over all chains: a call is odd only if every
 * chain gives up before. Nobody waits for the consumers of a queue, so they have all time. Where there are no users at all, as in
 * a system alone, whoever calls from outside may wait as long as it takes.
 */
public final class TimeoutCautions {
    private final View view;
    private final List<Caution> found;
    private final Map<String, Wait> waits = new TreeMap<>();

    /** How long somebody waits, and where that is said. */
    private record Wait(double nanos, String path, String text) {}

    private static final Wait ENDLESS = new Wait(Double.POSITIVE_INFINITY, "", "");

    private TimeoutCautions(View view, List<Caution> found) {
        this.view = view;
        this.found = found;
    }

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        TimeoutCautions rule = new TimeoutCautions(view, found);
        for (String component : view.callersFirst) {
            Wait wait = rule.longestWaitFor(component);
            if (wait != null) {
                rule.waits.put(component, wait);
                view.from(component).forEach(edge -> rule.check(edge, rule.waitOfCaller(edge)));
            }
        }
    }

    private @Nullable Wait longestWaitFor(String component) {
        boolean isCalledFromOutside =
                view.crowds.isEmpty() && view.to(component).isEmpty();
        Wait longest = isCalledFromOutside ? ENDLESS : null;
        for (Crowds crowd : view.entering(component)) {
            String text = "'" + crowd.name() + "' waits " + Spans.text(crowd.patienceNanos()) + " for a page";
            longest = longer(longest, new Wait(crowd.patienceNanos(), "users." + crowd.name() + ".patience", text));
        }
        for (Edge edge : view.to(component)) {
            Wait above = waitOfCaller(edge);
            if (edge.ever() && above != null) {
                longest = longer(longest, shorter(above, edge));
            }
        }
        return longest;
    }

    private @Nullable Wait waitOfCaller(Edge edge) {
        Wait wait = waits.get(edge.from());
        boolean nobodyWaits = view.size(edge.from()).answersIn() != null;
        return wait != null && nobodyWaits ? ENDLESS : wait;
    }

    private static Wait longer(@Nullable Wait a, Wait b) {
        return a == null || b.nanos > a.nanos ? b : a;
    }

    private static Wait shorter(Wait above, Edge edge) {
        if (edge.call().timeout() == null || edge.call().timeout().toNanos() >= above.nanos) {
            return above;
        }
        String text = "'" + edge.from() + "' waits " + Spans.text(edge.call().timeout()) + " for '" + edge.to() + "'";
        return new Wait(edge.call().timeout().toNanos(), edge.path() + ".timeout", text);
    }

    private void check(Edge edge, @Nullable Wait wait) {
        if (wait == null || edge.call().timeout() == null) {
            return;
        }
        double timeout = edge.call().timeout().toNanos();
        RetrySpec retries = edge.call().retries();
        double pauses = longestPauses(retries);
        double before = retries.attempts() == 0 ? 0 : longestBefore(edge, new TreeSet<>());
        double together = before + longest(edge);
        String whoGivesUp = ", but whoever waits for '" + edge.from() + "' gives up after " + Times.span(wait.nanos);
        if (timeout > wait.nanos) {
            found.add(new Caution(
                            Kind.TIMEOUT_BEYOND_CALLER,
                            edge.path() + ".timeout",
                            "'" + edge.from() + "' waits up to "
                                    + Spans.text(edge.call().timeout()) + " for '" + edge.to() + "'" + whoGivesUp,
                            "a timeout below " + Times.span(wait.nanos) + " leaves time to answer")
                    .explainedAt(wait.path, wait.text));
        } else if (together > wait.nanos) {
            found.add(new Caution(
                            Kind.RETRIES_BEYOND_CALLER,
                            edge.path() + ".retries",
                            (retries.attempts() + 1) + " attempts of "
                                    + Spans.text(edge.call().timeout())
                                    + (pauses > 0 ? " with " + Times.span(pauses) + " between them" : "")
                                    + (before > 0
                                            ? ", after up to " + Times.span(before) + " for the calls before it,"
                                            : "")
                                    + " may take " + Times.span(together) + whoGivesUp,
                            "the last attempts are made for nobody: fewer of them, or a shorter timeout")
                    .explainedAt(wait.path, wait.text));
        }
    }

    /** Returns how long the calls that must have succeeded before take together, where they have a timeout; else nothing is known. */
    private double longestBefore(Edge edge, Set<String> seen) {
        double most = 0;
        for (Edge other : view.from(edge.from())) {
            if (edge.call().after().contains(other.name()) && seen.add(other.name())) {
                double own = other.call().optional() ? 0 : longest(other);
                most = Math.max(most, own + longestBefore(other, seen));
                seen.remove(other.name());
            }
        }
        return most;
    }

    private static double longest(Edge edge) {
        Duration timeout = edge.call().timeout();
        RetrySpec retries = edge.call().retries();
        return timeout == null ? 0 : timeout.toNanos() * (1.0 + retries.attempts()) + longestPauses(retries);
    }

    private static double longestPauses(RetrySpec retries) {
        double sum = 0;
        double pause = retries.base().toNanos();
        for (int retry = 0; retry < retries.attempts(); retry++) {
            sum += Math.min((double) retries.cap().toNanos(), pause);
            pause *= retries.growth();
        }
        return sum;
    }
}
