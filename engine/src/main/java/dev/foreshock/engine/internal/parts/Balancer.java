package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.BalancerSpec.Switching;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.policy.Choice;
import dev.foreshock.engine.policy.WeightedChoice;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Line;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends users by weight, or each call to one chosen among equals. With DNS, a user sees the weights as they were when the user's resolver last asked: resolvers ask
 * once per time to live, each at a phase of its own.
 */
public final class Balancer implements Component {
    private final Workbench bench;
    private final boolean dns;
    private final double ttlNanos;
    private final double ignoredNanos;
    private final double ignoringShare;
    private final long phaseStream;
    private final long ignoreStream;
    private final long choiceStream;
    private final List<String> targets;
    private final Line[] lines;
    private final Map<String, Percent> home;
    private final List<View> views = new ArrayList<>();
    private final @Nullable Choice choice;
    private final int[] inFlight;
    private final long callStream;
    private int holding;

    /** The weights from some time on. */
    private record View(long fromNanos, Map<String, Percent> weights, WeightedChoice choice) {}

    /** Builds the balancer. */
    @SuppressWarnings("this-escape")
    public Balancer(BalancerSpec spec, Workbench bench) {
        this.bench = bench;
        dns = spec.switching() == Switching.DNS;
        ttlNanos = spec.ttl().toNanos();
        ignoredNanos = spec.ignoredFor().toNanos();
        ignoringShare = spec.ignoreTtl().share();
        phaseStream = bench.stream("resolver phase");
        ignoreStream = bench.stream("resolver ignores ttl");
        choiceStream = bench.stream("choice");
        targets = spec.weights().keySet().stream()
                .sorted(Comparator.comparing(bench::identity))
                .toList();
        Map<String, CallSpec> calls = spec.calls();
        lines = targets.stream()
                .map(target -> bench.line(target, calls.getOrDefault(target, CallSpec.plain()), this::returned))
                .toArray(Line[]::new);
        callStream = bench.stream("choice for a call");
        choice = spec.choose().by() == By.WEIGHTED ? null : Choice.of(spec.choose(), targets.size());
        inFlight = new int[targets.size()];
        home = spec.weights();
        show(0, home);
    }

    private void show(long from, Map<String, Percent> weights) {
        double[] shares = targets.stream()
                .mapToDouble(
                        target -> weights.getOrDefault(target, Percent.ZERO).share())
                .toArray();
        views.add(new View(from, weights, new WeightedChoice(shares)));
        for (int i = 0; choice != null && i < shares.length; i++) {
            choice.takesPart(i, shares[i] > 0);
        }
    }

    @Override
    public void arrive(int call, long nowNanos) {
        holding++;
        int target;
        if (choice == null) {
            long session = bench.calls().session(call);
            target = viewOf(session, nowNanos).choice.choose(KeyedRandom.uniform(choiceStream, session));
        } else {
            target = choice.choose(
                    nowNanos, KeyedRandom.key(callStream, bench.calls().key(call)));
            choice.inFlight(target, ++inFlight[target], nowNanos);
            bench.calls().note(call, target);
        }
        lines[target].call(call, 0);
    }

    private View viewOf(long session, long now) {
        View newest = views.get(views.size() - 1);
        if (!dns || views.size() == 1) {
            return newest;
        }
        double period = KeyedRandom.uniform(ignoreStream, session) < ignoringShare ? ignoredNanos : ttlNanos;
        double phase = KeyedRandom.uniform(phaseStream, session) * period;
        double askedAt = StrictMath.floor((now - phase) / period) * period + phase;
        int index = views.size() - 1;
        while (index > 0 && views.get(index).fromNanos > askedAt) {
            index--;
        }
        return views.get(index);
    }

    private void returned(int call, Outcome outcome, long now) {
        holding--;
        if (choice != null) {
            int target = bench.calls().note(call);
            choice.inFlight(target, --inFlight[target], now);
        }
        bench.calls().respond(call, outcome);
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        returned(call, Outcome.CANCELLED, nowNanos);
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        if (action instanceof Action.Weights change) {
            show(nowNanos, change.weights());
            bench.notes().add(Event.ACTED, change.toString(), cause);
        }
    }

    @Override
    public boolean trafficAtHome() {
        Map<String, Percent> now = views.get(views.size() - 1).weights;
        return targets.stream()
                .allMatch(target ->
                        now.getOrDefault(target, Percent.ZERO).equals(home.getOrDefault(target, Percent.ZERO)));
    }

    @Override
    public int holding() {
        return holding;
    }
}
