package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.internal.judge.Outlook;
import dev.foreshock.engine.internal.people.Plant;
import dev.foreshock.engine.internal.people.Response;
import dev.foreshock.engine.internal.people.Sight;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Aftermath;
import dev.foreshock.engine.result.RunResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** One replication of a scenario, from the first event to its result. */
final class Replication implements Plant {
    private static final long MOST_EVENTS_BETWEEN_LOOKS = 1 << 20;

    /** So many looks in a row at one and the same time, some eight million events, are no burst any more. */
    private static final int MOST_LOOKS_AT_ONE_TIME = 8;

    private static final long LOOK_NANOS = 60_000_000_000L;

    private final Scenario scenario;
    private final int number;
    private final Streams streams;
    private final World world;
    private final Ledger ledger;
    private final GaugeBook gaugeBook;
    private final HomeWatch home;
    private final @Nullable AftermathWatch aftermath;
    private final Response response;
    private final Crowds crowds;
    private final Injections injections;
    private final long endNanos;

    Replication(Scenario scenario, Map<String, RateTable> traffic, long seed, int number, @Nullable Probe probe) {
        this.scenario = scenario;
        this.number = number;
        endNanos = scenario.clock().lengthNanos();
        streams = new Streams(seed, number);
        world = new World(scenario, streams, probe);
        world.kernel.endsAt(endNanos);
        ledger = Ledger.of(scenario);
        gaugeBook = new GaugeBook(world.components, BinWidth.of(endNanos));
        home = new HomeWatch(world.components.values());
        injections = new Injections(scenario, world, Set.of());
        Trigger trigger = Trigger.of(scenario, traffic, injections::overNanos);
        aftermath = trigger == null
                ? null
                : new AftermathWatch(
                        scenario,
                        trigger,
                        world.tallies,
                        () -> ledger.requests().offered());
        response = new Response(scenario, this, world.journal, world.kernel, streams);
        crowds = new Crowds(scenario, traffic, world, ledger);
    }

    RunResult run(Watcher watcher) {
        simulate(watcher, now -> false);
        return close();
    }

    /** Runs until it is clear that the gates do not hold, or to the end. */
    Settled settle(Watcher watcher) {
        Outlook outlook = Outlook.on(scenario);
        if (outlook.isOpenToTheEnd() || !Ledger.keepsMinutes(scenario)) {
            RunResult run = run(watcher);
            return new Settled(run, run.events());
        }
        SoFar soFar = new SoFar(scenario, ledger, world.journal, crowds.all());
        boolean isLost = simulate(watcher, now -> now % LOOK_NANOS == 0 && outlook.isLost(soFar.at(now)));
        return new Settled(isLost ? null : close(), world.kernel.events());
    }

    /** Returns whether it was over before the end. */
    private boolean simulate(Watcher watcher, LongPredicate isOver) {
        crowds.open();
        response.open();
        injections.plan();
        long bin = BinWidth.of(endNanos);
        for (long until = bin; world.kernel.nowNanos() < endNanos; until += bin) {
            long slice = Math.min(until, endNanos);
            int looks = 0;
            for (long at = -1; world.kernel.runSlice(slice, MOST_EVENTS_BETWEEN_LOOKS); at = world.kernel.nowNanos()) {
                stopIfWanted(watcher);
                looks = at == world.kernel.nowNanos() ? looks + 1 : 0;
                if (looks == MOST_LOOKS_AT_ONE_TIME) {
                    throw standstill();
                }
            }
            gaugeBook.read(slice);
            if (slice % BinWidth.WIDEST_NANOS != 0 && slice < endNanos) {
                continue;
            }
            crowds.look(slice);
            if (aftermath != null) {
                aftermath.look(slice);
            }
            watcher.progress(number, slice, endNanos);
            stopIfWanted(watcher);
            if (slice < endNanos && isOver.test(slice)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what to say where time does not go on: nothing else would ever end such a run. */
    private InvalidScenarioException standstill() {
        return new InvalidScenarioException(List.of(new Problem(
                Flaw.CYCLE,
                "clock",
                "time must go on, but " + MOST_LOOKS_AT_ONE_TIME * MOST_EVENTS_BETWEEN_LOOKS + " events came at "
                        + world.kernel.nowNanos() / 1e9 + " s of the run",
                "something that takes no time goes round in a circle; give one of its parts a length above 0s")));
    }

    private static void stopIfWanted(Watcher watcher) {
        if (watcher.stopWanted()) {
            throw new StoppedException();
        }
    }

    private RunResult close() {
        long waiting = crowds.close(endNanos);
        ledger.close(endNanos);
        world.checkConservation(waiting, ledger.requests().inFlight());
        return new Conclusion(scenario, ledger, world.journal.close(), home.close(endNanos))
                .result(
                        "simulated",
                        number,
                        impacts -> aftermath == null ? Aftermath.NONE : aftermath.close(impacts, endNanos),
                        Figures.of(world, endNanos),
                        gaugeBook.readings(),
                        world.kernel.events(),
                        world.kernel.checksum());
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        if (action instanceof Action.End end) {
            injections.end(end, cause, nowNanos);
        } else {
            world.component(action.target()).act(action, cause, nowNanos);
        }
        home.look(nowNanos);
    }

    @Override
    public Sight sight(String name) {
        return Sight.of(world.component(name), world.tally(name)::seen);
    }

    @Override
    public long usersThrough(String name) {
        return crowds.usersThrough(name);
    }

    @Override
    public double usual(String name, Signal signal, long nowNanos) {
        return crowds.usual(name, signal, nowNanos);
    }
}
