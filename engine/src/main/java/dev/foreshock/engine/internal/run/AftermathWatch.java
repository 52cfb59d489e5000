package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Aftermath;
import dev.foreshock.engine.result.Aftermath.Burden;
import dev.foreshock.engine.result.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts the calls of all components before a trigger and after it. */
final class AftermathWatch {
    /** Calls in vain, or more calls for a request than before: from here on worth a word. */
    private static final double NOTABLE = 0.2;

    private static final int MOST = 3;

    private final Scenario scenario;
    private final Trigger trigger;
    private final Map<String, Tally> tallies;
    private final LongSupplier requests;
    private Map<String, Count> before = Map.of();
    private @Nullable Map<String, Count> at;

    /** What had been counted at some time. */
    private record Count(long requests, long calls, long good) {
        Count since(Count earlier) {
            return new Count(requests - earlier.requests, calls - earlier.calls, good - earlier.good);
        }

        double callsPerRequest() {
            return (double) calls / requests;
        }
    }

    AftermathWatch(Scenario scenario, Trigger trigger, Map<String, Tally> tallies, LongSupplier requests) {
        this.scenario = scenario;
        this.trigger = trigger;
        this.tallies = tallies;
        this.requests = requests;
    }

    /** Looks at the end of a slice of time. */
    void look(long now) {
        if (now <= trigger.fromNanos()) {
            before = counts();
        } else if (at == null && now >= trigger.over().getAsLong()) {
            at = counts();
        }
    }

    private Map<String, Count> counts() {
        Map<String, Count> counts = new TreeMap<>();
        long asked = requests.getAsLong();
        tallies.forEach((name, tally) -> counts.put(name, new Count(asked, tally.arrivals(), tally.good())));
        return counts;
    }

    /**
     * Returns what became of the system; null if that cannot be known: the trigger was not over before the end, or an impact goes on and no whole window
     * (in which it could be over) lies between them.
     */
    @Nullable
    Aftermath close(List<Interval> impacts, long endNanos) {
        long until = trigger.over().getAsLong();
        if (until >= endNanos) {
            return null;
        }
        long back = until;
        for (Interval impact : impacts) {
            if (impact.open()) {
                return hasWindowAfter(until, endNanos)
                        ? new Aftermath(trigger.text(), trigger.fromNanos(), until, null, burdens())
                        : null;
            }
            back = Math.max(back, impact.endNanos());
        }
        return new Aftermath(trigger.text(), trigger.fromNanos(), until, back, List.of());
    }

    private boolean hasWindowAfter(long until, long endNanos) {
        long window = scenario.define().impact().window().toNanos();
        long next = (until + window - 1) / window * window;
        return next + window <= endNanos;
    }

    private List<Burden> burdens() {
        List<Burden> burdens = new ArrayList<>();
        Map<String, Count> earlier = at;
        if (earlier == null) {
            return burdens;
        }
        counts().forEach((name, now) -> {
            Count since = now.since(earlier.getOrDefault(name, now));
            Count usual = before.get(name);
            double inVain = 1 - (double) since.good / since.calls;
            double was = usual == null || usual.requests == 0 ? Double.NaN : usual.callsPerRequest();
            double is = since.callsPerRequest();
            if (since.calls > 0 && (inVain >= NOTABLE || is >= (1 + NOTABLE) * was)) {
                burdens.add(new Burden(name, was, is, inVain));
            }
        });
        List<Burden> telling = new ArrayList<>(burdens.stream()
                .filter(each -> hasGrown(each) || burdens.stream().noneMatch(other -> isBehind(other, each)))
                .toList());
        telling.sort(Comparator.comparingDouble(Burden::inVain).reversed().thenComparing(Burden::component));
        return telling.subList(0, Math.min(MOST, telling.size()));
    }

    private static boolean hasGrown(Burden burden) {
        return burden.callsSince() >= (1 + NOTABLE) * burden.callsBefore();
    }

    /** Tells whether {@code other} may be why calls to {@code burden} come to nothing. */
    private boolean isBehind(Burden other, Burden burden) {
        return !other.equals(burden)
                && scenario.system().reachableFrom(burden.component()).contains(other.component());
    }
}
