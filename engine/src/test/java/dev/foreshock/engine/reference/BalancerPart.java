package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.BalancerSpec.Switching;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sends each request on to one of several components. */
final class BalancerPart extends Part {
    /** The weights from some time on. */
    private record Weights(long from, Map<String, Percent> shares) {}

    private final BalancerSpec spec;
    private final List<String> targets;
    private final List<Way> ways = new ArrayList<>();
    private final List<Weights> history = new ArrayList<>();
    private final Choosing choosing;
    private final int[] waitedFor;
    private int holding;

    BalancerPart(String name, BalancerSpec spec, Interpreter world) {
        super(name, world);
        this.spec = spec;
        targets = spec.weights().keySet().stream()
                .sorted(Comparator.comparing(world.names::component))
                .toList();
        history.add(new Weights(0, spec.weights()));
        choosing = new Choosing(spec.choose(), targets.size());
        waitedFor = new int[targets.size()];
    }

    @Override
    void connect(Interpreter world) {
        for (String target : targets) {
            CallSpec call = CallSpec.plain().over(spec.link()).passingDeadline().cancelling();
            ways.add(world.way(name + "." + target, stream(world.names.call(name, target, call)), call, target));
        }
    }

    @Override
    void arrive(Request request) {
        holding++;
        int target = spec.choose().by() == By.WEIGHTED ? byUser(request) : byCall(request);
        waitedFor[target]++;
        choosing.inFlight(target, waitedFor[target], agenda.now());
        request.note = target;
        exchange.call(ways.get(target), request, 0, outcome -> returned(request, outcome));
    }

    private double[] shares(Weights weights) {
        return targets.stream()
                .mapToDouble(target ->
                        weights.shares.getOrDefault(target, Percent.ZERO).share())
                .toArray();
    }

    private int byUser(Request request) {
        return Draw.weighted(shares(seenBy(request.session)), draw.uniform(stream("choice"), request.session));
    }

    private int byCall(Request request) {
        double[] shares = shares(history.get(history.size() - 1));
        List<Integer> taking = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                taking.add(i);
            }
        }
        long bits = KeyedRandom.key(draw.stream(stream("choice for a call")), request.key);
        return choosing.choose(taking, bits, agenda.now());
    }

    /** Returns the weights as of when the resolver of a user last asked for them. */
    private Weights seenBy(long session) {
        Weights newest = history.get(history.size() - 1);
        if (spec.switching() != Switching.DNS) {
            return newest;
        }
        boolean ignores = draw.uniform(stream("resolver ignores ttl"), session)
                < spec.ignoreTtl().share();
        double period = ignores ? spec.ignoredFor().toNanos() : spec.ttl().toNanos();
        double phase = draw.uniform(stream("resolver phase"), session) * period;
        double asked = StrictMath.floor((agenda.now() - phase) / period) * period + phase;
        Weights seen = history.get(0);
        for (Weights weights : history) {
            if (weights.from <= asked) {
                seen = weights;
            }
        }
        return seen;
    }

    private void returned(Request request, Outcome outcome) {
        holding--;
        int target = (Integer) request.note;
        waitedFor[target]--;
        choosing.inFlight(target, waitedFor[target], agenda.now());
        exchange.respond(request, outcome);
    }

    @Override
    void cancelled(Request request) {
        returned(request, Outcome.CANCELLED);
    }

    @Override
    void act(Action action, int cause) {
        if (action instanceof Action.Weights change) {
            history.add(new Weights(agenda.now(), change.weights()));
            note(Event.ACTED, change.toString(), cause);
        }
    }

    @Override
    int holding() {
        return holding;
    }
}
