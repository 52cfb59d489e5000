package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.BalancerSpec.Switching;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends each request on to one of several components. */
final class BalancerPart extends Part {
    /** The shares from some time on: 0 for who takes no calls. */
    private record Weights(long from, List<Double> shares) {}

    private final BalancerSpec spec;
    private final List<String> targets;
    private final List<Way> ways = new ArrayList<>();
    private final List<Weights> history = new ArrayList<>();
    private final Choosing choosing;
    private final int[] waitedFor;
    private final Watchman watchman;
    private Map<String, Percent> wanted;

    /** Where those were that failed once. */
    private final Map<Request, List<Integer>> failedAt = new HashMap<>();

    private int holding;

    BalancerPart(String name, BalancerSpec spec, Interpreter world) {
        super(name, world);
        this.spec = spec;
        targets = spec.weights().keySet().stream()
                .sorted(Comparator.comparing(world.names::component))
                .toList();
        wanted = spec.weights();
        watchman = new Watchman(this, spec, targets);
        changed();
        choosing = new Choosing(spec.choose(), targets.size());
        waitedFor = new int[targets.size()];
    }

    @Override
    void connect(Interpreter world) {
        for (String target : targets) {
            CallSpec call = CallSpec.plain().over(spec.link()).passingDeadline().cancelling();
            call = spec.timeout() == null ? call : call.within(spec.timeout());
            ways.add(world.way(name + "." + target, stream(world.names.call(name, target, call)), call, target));
        }
        watchman.connect(world);
    }

    boolean wants(int target) {
        return wanted.getOrDefault(targets.get(target), Percent.ZERO).share() > 0;
    }

    /** Others may take calls from now on. */
    void changed() {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            shares.add(
                    watchman.takes(i)
                            ? wanted.getOrDefault(targets.get(i), Percent.ZERO).share()
                            : 0);
        }
        history.add(new Weights(agenda.now(), shares));
    }

    @Override
    void arrive(Request request) {
        holding++;
        send(request);
    }

    private void send(Request request) {
        List<Integer> before = failedAt.getOrDefault(request, List.of());
        int target = spec.choose().by() == By.WEIGHTED ? byUser(request, before) : byCall(request, before);
        if (target < 0) {
            over(request, Outcome.REFUSED);
            return;
        }
        waitedFor[target]++;
        choosing.inFlight(target, waitedFor[target], agenda.now());
        request.note = target;
        exchange.call(ways.get(target), request, before.size(), outcome -> returned(request, outcome));
    }

    private int byUser(Request request, List<Integer> before) {
        List<Double> shares = seenBy(request.session).shares;
        double[] others = shares.stream().mapToDouble(Double::doubleValue).toArray();
        before.forEach(target -> others[target] = 0);
        double[] among = Arrays.stream(others).anyMatch(share -> share > 0)
                ? others
                : shares.stream().mapToDouble(Double::doubleValue).toArray();
        return Arrays.stream(among).allMatch(share -> share == 0)
                ? -1
                : Draw.weighted(among, draw.uniform(stream("choice"), request.session));
    }

    private int byCall(Request request, List<Integer> before) {
        List<Integer> taking = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            if (watchman.takes(i)) {
                taking.add(i);
            }
        }
        List<Integer> others =
                taking.stream().filter(target -> !before.contains(target)).toList();
        long stream = draw.stream(stream("choice for a call"));
        long bits = before.isEmpty()
                ? KeyedRandom.key(stream, request.key)
                : KeyedRandom.key(stream, request.key, before.size());
        return choosing.choose(others.isEmpty() ? taking : others, bits, agenda.now());
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
        int target = (Integer) request.note;
        left(target);
        watchman.ended(target, outcome);
        List<Integer> before = failedAt.getOrDefault(request, List.of());
        RedispatchSpec again = spec.redispatch();
        boolean matters = request.deadline > agenda.now();
        if (again != null && again.isOn(outcome) && matters && before.size() < again.times()) {
            failedAt.computeIfAbsent(request, key -> new ArrayList<>()).add(target);
            send(request);
        } else {
            over(request, outcome);
        }
    }

    private void left(int target) {
        waitedFor[target]--;
        choosing.inFlight(target, waitedFor[target], agenda.now());
    }

    private void over(Request request, Outcome outcome) {
        holding--;
        failedAt.remove(request);
        exchange.respond(request, outcome);
    }

    @Override
    void cancelled(Request request) {
        left((Integer) request.note);
        over(request, Outcome.CANCELLED);
    }

    @Override
    void act(Action action, int cause) {
        if (action instanceof Action.Weights change) {
            wanted = change.weights();
            changed();
            note(Event.ACTED, change.toString(), cause);
        }
    }

    @Override
    int holding() {
        return holding;
    }
}
