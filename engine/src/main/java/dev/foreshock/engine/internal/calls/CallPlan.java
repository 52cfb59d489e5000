package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Caller;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Carries out the calls a component makes for each of its own: those without a predecessor start together, the others when
 * theirs have succeeded. The first failure that matters ends the plan.
 */
public final class CallPlan implements Plan {
    /** Makes the route for one call of the plan. */
    @FunctionalInterface
    public interface Router {
        /** Returns a route for {@code spec} whose answers go to {@code caller}. */
        Route route(String name, CallSpec spec, Caller caller);
    }

    /** Says which classes of requests make a call. */
    @FunctionalInterface
    public interface Makers {
        /** Returns for each number of a class of requests, 0 for those of none, whether it makes the call. */
        boolean[] of(CallSpec spec);
    }

    private final Switchboard switchboard;
    private final Caller caller;
    private final Route[] routes;
    private final int[] counts;
    private final boolean[] together;
    private final boolean[] optional;
    private final boolean[][] makers;
    private final double[] shares;
    private final long[] shareStreams;
    private final int[] predecessors;
    private final int[][] successors;
    private final int steps;
    private int[] remaining = new int[0];
    private int[] blockers = new int[0];
    private int[] stepsLeft = new int[0];
    private int[] free = new int[0];
    private int freeCount;
    private int used;

    /**
     * Compiles {@code calls}; their common end goes to {@code caller}.
     *
     * @param calls the calls, in the order in which those without a predecessor begin
     * @param streams the stream of each call that decides whether it is made
     * @param makersOf which classes of requests make a call
     */
    public CallPlan(
            Switchboard switchboard,
            Map<String, CallSpec> calls,
            Caller caller,
            Router router,
            java.util.function.ToLongFunction<String> streams,
            Makers makersOf) {
        this.switchboard = switchboard;
        this.caller = caller;
        List<Map.Entry<String, CallSpec>> ordered = List.copyOf(calls.entrySet());
        List<String> names = ordered.stream().map(Map.Entry::getKey).toList();
        steps = names.size();
        routes = new Route[steps];
        counts = new int[steps];
        together = new boolean[steps];
        optional = new boolean[steps];
        makers = new boolean[steps][];
        shares = new double[steps];
        shareStreams = new long[steps];
        predecessors = new int[steps];
        successors = new int[steps][];
        for (int step = 0; step < steps; step++) {
            String name = names.get(step);
            CallSpec spec = ordered.get(step).getValue();
            int index = step;
            routes[step] = router.route(name, spec, (owner, outcome, now) -> returned(index, owner, outcome, now));
            counts[step] = spec.count();
            together[step] = spec.together();
            optional[step] = spec.optional();
            makers[step] = makersOf.of(spec);
            shares[step] = spec.share().share();
            shareStreams[step] = streams.applyAsLong(name);
            predecessors[step] = spec.after().size();
            successors[step] = IntStream.range(0, steps)
                    .filter(other -> ordered.get(other).getValue().after().contains(name))
                    .toArray();
        }
    }

    @Override
    public boolean isEmpty() {
        return steps == 0;
    }

    @Override
    public void start(int parent) {
        int run = take();
        switchboard.nodes.at(parent).run = run;
        for (int step = 0; step < steps; step++) {
            remaining[run * steps + step] = counts[step];
            blockers[run * steps + step] = predecessors[step];
        }
        stepsLeft[run] = steps;
        for (int step = 0; step < steps && switchboard.nodes.at(parent).run == run; step++) {
            if (predecessors[step] == 0) {
                begin(step, run, parent);
            }
        }
    }

    @Override
    public void forget(int parent) {
        int run = switchboard.nodes.at(parent).run;
        if (run != Nodes.NONE) {
            switchboard.nodes.at(parent).run = Nodes.NONE;
            give(run);
            switchboard.forgetChildren(switchboard.nodes.at(parent));
        }
    }

    private void begin(int step, int run, int parent) {
        if (!isMade(step, parent)) {
            stepDone(step, run, parent);
            return;
        }
        int first = together[step] ? counts[step] : 1;
        for (int repetition = 0; repetition < first && switchboard.nodes.at(parent).run == run; repetition++) {
            routes[step].call(parent, repetition);
        }
    }

    private boolean isMade(int step, int parent) {
        return makers[step][switchboard.nodes.at(parent).request]
                && (shares[step] >= 1
                        || KeyedRandom.uniform(shareStreams[step], switchboard.nodes.at(parent).key) < shares[step]);
    }

    private void returned(int step, int parent, Outcome outcome, long now) {
        int run = switchboard.nodes.at(parent).run;
        if (outcome != Outcome.OK && !optional[step]) {
            forget(parent);
            caller.returned(parent, Component.passedOn(outcome), now);
            return;
        }
        int left = --remaining[run * steps + step];
        if (left == 0) {
            stepDone(step, run, parent);
        } else if (!together[step]) {
            routes[step].call(parent, counts[step] - left);
        }
    }

    private void stepDone(int step, int run, int parent) {
        if (--stepsLeft[run] == 0) {
            switchboard.nodes.at(parent).run = Nodes.NONE;
            give(run);
            caller.returned(parent, Outcome.OK, switchboard.nowNanos());
            return;
        }
        for (int successor : successors[step]) {
            if (switchboard.nodes.at(parent).run == run && --blockers[run * steps + successor] == 0) {
                begin(successor, run, parent);
            }
        }
    }

    /** Returns the calls whose plan is under way. */
    int inUse() {
        return used - freeCount;
    }

    private int take() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (used == stepsLeft.length) {
            int size = Math.max(16, used * 2);
            stepsLeft = Arrays.copyOf(stepsLeft, size);
            free = Arrays.copyOf(free, size);
            remaining = Arrays.copyOf(remaining, size * steps);
            blockers = Arrays.copyOf(blockers, size * steps);
        }
        return used++;
    }

    private void give(int run) {
        free[freeCount++] = run;
    }
}
