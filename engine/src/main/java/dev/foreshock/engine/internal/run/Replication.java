package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.internal.judge.Outlook;
import dev.foreshock.engine.internal.people.Plant;
import dev.foreshock.engine.internal.people.Response;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Aftermath;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final List<Crowd> crowds = new ArrayList<>();
    private final List<Surges> surges = new ArrayList<>();
    private final Map<String, List<Crowd>> crowdsByEntry = new HashMap<>();
    private final long endNanos;

    Replication(Scenario scenario, Map<String, RateTable> traffic, long seed, int number, @Nullable Probe probe) {
        this.scenario = scenario;
        this.number = number;
        endNanos = scenario.clock().lengthNanos();
        streams = new Streams(seed, number);
        world = new World(scenario, streams, probe);
        ledger = ledger(scenario);
        gaugeBook = new GaugeBook(world.components);
        home = new HomeWatch(world.components.values());
        Trigger trigger = Trigger.of(scenario, traffic);
        aftermath = trigger == null
                ? null
                : new AftermathWatch(
                        scenario,
                        trigger,
                        world.tallies,
                        () -> ledger.requests().offered());
        response = new Response(scenario, this, world.journal, world.kernel, streams);
        long slow = scenario.define().affected().toNanos();
        FormerNames names = scenario.formerNames();
        FormerNames.inOrder(scenario.users(), names::users).forEach((name, spec) -> {
            RateTable arrivals = traffic.get(name);
            if (arrivals != null) {
                Crowd crowd = new Crowd(name, names.users(name), spec, arrivals, world, streams, ledger, slow);
                crowds.add(crowd);
                surges.add(new Surges(name, arrivals, world.journal));
                crowd.entries()
                        .forEach(entry -> crowdsByEntry
                                .computeIfAbsent(entry, key -> new ArrayList<>())
                                .add(crowd));
            }
        });
    }

    private static Ledger ledger(Scenario scenario) {
        Definitions define = scenario.define();
        List<String> requests = List.copyOf(scenario.system().requests().keySet());
        return define.population() == null
                ? new Ledger(0, Long.MAX_VALUE, requests)
                : new Ledger(
                        scenario.clock().nanosAt(define.population().from()),
                        scenario.clock().nanosAt(define.population().until()),
                        requests);
    }

    RunResult run(Watcher watcher) {
        simulate(watcher, now -> false);
        return close();
    }

    /** Runs until it is clear that the gates do not hold, or to the end. */
    Settled settle(Watcher watcher) {
        Outlook outlook = Outlook.on(scenario);
        if (outlook.isOpenToTheEnd() || !Ledger.keepsMinutes(endNanos)) {
            RunResult run = run(watcher);
            return new Settled(run, run.events());
        }
        SoFar soFar = new SoFar(scenario, ledger, world.journal, crowds);
        boolean isLost = simulate(watcher, now -> now % LOOK_NANOS == 0 && outlook.isLost(soFar.at(now)));
        return new Settled(isLost ? null : close(), world.kernel.events());
    }

    /** Returns whether it was over before the end. */
    private boolean simulate(Watcher watcher, LongPredicate isOver) {
        crowds.forEach(Crowd::open);
        response.open();
        Injections.plan(scenario, world, streams);
        for (long until = GaugeBook.BIN_NANOS; world.kernel.nowNanos() < endNanos; until += GaugeBook.BIN_NANOS) {
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
            surges.forEach(surge -> surge.look(slice));
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
        long waiting = 0;
        for (Crowd crowd : crowds) {
            waiting += crowd.close(endNanos);
        }
        ledger.close(endNanos);
        world.checkConservation(waiting, ledger.requests().inFlight());
        Journal journal = world.journal.close();
        TimeSeries minutes = ledger.minutes();
        IncidentReview review =
                new IncidentReview(scenario, journal, new Impacts(minutes, endNanos), home.close(endNanos));
        Incident incident = review.incident();
        return new RunResult(
                "simulated",
                number,
                scenario.clock(),
                ledger.requests(),
                ledger.users(),
                incident,
                review.impacts(),
                review.blackouts(),
                review.phases(incident),
                aftermath == null ? Aftermath.NONE : aftermath.close(review.impacts(), endNanos),
                ledger.responseTimes(),
                figures(),
                ledger.classes(),
                minutes,
                ledger.fine(gaugeBook.readings()),
                journal,
                world.kernel.events(),
                world.kernel.checksum());
    }

    private Map<String, ComponentFigures> figures() {
        Map<String, ComponentFigures> figures = new TreeMap<>();
        world.components.forEach((name, component) -> figures.put(name, figures(component, world.tally(name))));
        return figures;
    }

    private ComponentFigures figures(Component component, Tally tally) {
        Meter meter = component.meter();
        Map<String, Long> outcomes = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (tally.ended(outcome) > 0) {
                outcomes.put(outcome.text(), tally.ended(outcome));
            }
        }
        return new ComponentFigures(
                tally.arrivals(),
                tally.completions(),
                outcomes,
                meter == null ? null : Double.valueOf(meter.utilization(endNanos)),
                meter == null ? null : Double.valueOf(meter.queueLength(endNanos)),
                meter == null ? null : observed(meter.meanWaitSeconds()),
                observed(tally.meanSecondsInside()));
    }

    private static @Nullable Double observed(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        world.component(action.target()).act(action, cause, nowNanos);
        home.look(nowNanos);
    }

    @Override
    public Component component(String name) {
        return world.component(name);
    }

    @Override
    public Tally tally(String name) {
        return world.tally(name);
    }

    @Override
    public long usersThrough(String name) {
        long users = 0;
        for (Crowd crowd : crowdsByEntry.getOrDefault(name, List.of())) {
            users += crowd.arrivedUsers(name);
        }
        return users;
    }

    @Override
    public double usual(String name, Signal signal, long nowNanos) {
        double usual = 0;
        for (Crowd crowd : crowdsByEntry.getOrDefault(name, List.of())) {
            double users = crowd.usualUsersPerSecond(name, nowNanos);
            usual += signal == Signal.VISITORS ? users : users * crowd.meanPages();
        }
        return usual;
    }
}
