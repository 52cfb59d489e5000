package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.policy.Choice;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Line;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Percent;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends users by weight, or each call to one chosen among equals: to those of its targets that take calls. A call that failed at one is sent
 * to another, where that is wanted.
 */
public final class Balancer implements Component {
    private final Workbench bench;
    private final List<String> names;
    private final Line[] lines;
    private final Targets targets;
    private final Shares shares;
    private final Map<String, Percent> home;
    private final @Nullable Choice choice;
    private final @Nullable RedispatchSpec redispatch;
    private final int[] inFlight;
    private final long callStream;
    private Map<String, Percent> weights;

    private final Map<Integer, Tried> tried = new HashMap<>();
    private int holding;

    /** Where a call has failed. */
    private static final class Tried {
        final BitSet at = new BitSet();
        int times;
    }

    /** Builds the balancer. */
    @SuppressWarnings("this-escape")
    public Balancer(BalancerSpec spec, Workbench bench) {
        this.bench = bench;
        names = spec.weights().keySet().stream()
                .sorted(Comparator.comparing(bench::identity))
                .toList();
        Map<String, CallSpec> calls = spec.calls();
        lines = names.stream()
                .map(target -> bench.line(target, calls.getOrDefault(target, CallSpec.plain()), this::returned))
                .toArray(Line[]::new);
        callStream = bench.stream("choice for a call");
        choice = spec.choose().by() == By.WEIGHTED ? null : Choice.of(spec.choose(), names.size());
        inFlight = new int[names.size()];
        redispatch = spec.redispatch();
        home = spec.weights();
        weights = home;
        shares = new Shares(spec, bench);
        targets = new Targets(spec, names, bench, this::show);
        show();
        targets.open();
    }

    private void show() {
        double[] shown = new double[names.size()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = weights.getOrDefault(names.get(i), Percent.ZERO).share();
            targets.wanted(i, shown[i] > 0);
        }
        for (int i = 0; i < shown.length; i++) {
            if (!targets.takes(i)) {
                shown[i] = 0;
            }
            if (choice != null) {
                choice.takesPart(i, targets.takes(i));
            }
        }
        shares.show(bench.timers().nowNanos(), shown);
    }

    @Override
    public void arrive(int call, long nowNanos) {
        holding++;
        send(call, nowNanos, null);
    }

    private void send(int call, long now, @Nullable Tried before) {
        int target = choice == null
                ? shares.choose(bench.calls().session(call), now, before == null ? null : before.at)
                : chooseForCall(choice, call, now, before);
        if (target == Choice.NOBODY) {
            over(call, Outcome.REFUSED);
            return;
        }
        inFlight(target, 1, now);
        bench.calls().note(call, target);
        lines[target].call(call, before == null ? 0 : before.times);
    }

    private int chooseForCall(Choice among, int call, long now, @Nullable Tried before) {
        long key = bench.calls().key(call);
        if (before == null) {
            return among.choose(now, KeyedRandom.key(callStream, key));
        }
        long bits = KeyedRandom.key(callStream, key, before.times);
        before.at.stream().forEach(target -> among.takesPart(target, false));
        int other = among.choose(now, bits);
        before.at.stream().forEach(target -> among.takesPart(target, targets.takes(target)));
        return other == Choice.NOBODY ? among.choose(now, bits) : other;
    }

    private void inFlight(int target, int more, long now) {
        if (choice != null) {
            inFlight[target] += more;
            choice.inFlight(target, inFlight[target], now);
        }
    }

    private void returned(int call, Outcome outcome, long now) {
        int target = bench.calls().note(call);
        inFlight(target, -1, now);
        targets.ended(target, outcome, now);
        if (isSentAgain(call, outcome, now)) {
            Tried before = tried.computeIfAbsent(call, key -> new Tried());
            before.at.set(target);
            before.times++;
            send(call, now, before);
        } else {
            over(call, outcome);
        }
    }

    private boolean isSentAgain(int call, Outcome outcome, long now) {
        if (redispatch == null || !redispatch.isOn(outcome)) {
            return false;
        }
        Tried before = tried.get(call);
        boolean isOfUse = bench.calls().deadlineNanos(call) > now;
        return isOfUse && (before == null ? 0 : before.times) < redispatch.times();
    }

    private void over(int call, Outcome outcome) {
        holding--;
        tried.remove(call);
        bench.calls().respond(call, outcome);
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        inFlight(bench.calls().note(call), -1, nowNanos);
        over(call, Outcome.CANCELLED);
    }

    @Override
    public void on(int op, int arg, long nowNanos) {
        targets.on(op, arg, nowNanos);
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        if (action instanceof Action.Weights change) {
            weights = change.weights();
            show();
            bench.notes().add(Event.ACTED, change.toString(), cause);
        }
    }

    @Override
    public boolean trafficAtHome() {
        return targets.allWell()
                && names.stream()
                        .allMatch(target -> weights.getOrDefault(target, Percent.ZERO)
                                .equals(home.getOrDefault(target, Percent.ZERO)));
    }

    @Override
    public int holding() {
        return holding;
    }

    @Override
    public Map<String, Double> gauges(long nowNanos) {
        return targets.watches() ? Map.of("taking", (double) targets.taking()) : Map.of();
    }
}
