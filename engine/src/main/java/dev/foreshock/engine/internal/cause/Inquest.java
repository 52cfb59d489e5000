package dev.foreshock.engine.internal.cause;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.cause.Cause;
import dev.foreshock.engine.cause.Effect;
import dev.foreshock.engine.cause.Toll;
import dev.foreshock.engine.cause.WhyPlan;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.internal.run.Crew;
import dev.foreshock.engine.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Runs a scenario as it is and minus each cause, replication by replication: the first one of every cause, then another of
 * those with the greatest effect so far, as far as the budget goes. Used once.
 */
public final class Inquest {
    private final Scenario scenario;
    private final WhyPlan plan;
    private final CompareWatcher watcher;
    private final AtomicLong done = new AtomicLong();
    private final List<Harm> asItIs = new ArrayList<>();
    private long foreseen;
    private boolean isStopped;

    /** Prepares an inquest; nothing is run yet. */
    public Inquest(Scenario scenario, WhyPlan plan, CompareWatcher watcher) {
        this.scenario = scenario;
        this.plan = plan;
        this.watcher = watcher;
    }

    /** A run to be made: a scenario and the number of the replication. */
    private record Task(Scenario scenario, int replication) {}

    /**
     * Runs everything, or what a person leaves time for.
     *
     * @throws StoppedException if it was stopped before anything was known
     */
    public Attribution hold() {
        List<Cause> causes = byKind(Reliever.relieve(scenario, Set.of()).causes());
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < plan.replications(); i++) {
            tasks.add(new Task(scenario, i));
        }
        run(tasks, "as it is").stream().takeWhile(Optional::isPresent).forEach(run -> asItIs.add(run.orElseThrow()));
        if (asItIs.isEmpty()) {
            throw new StoppedException();
        }
        Toll toll = Suspect.toll(asItIs);
        List<Suspect> suspects = new ArrayList<>();
        List<Cause> trivial = new ArrayList<>();
        if (toll.isWorthExplaining()) {
            causes.forEach(cause -> {
                Scenario left = Reliever.relieve(scenario, Set.of(cause.name())).scenario();
                if (left.traffic().values().stream().allMatch(Map::isEmpty)) {
                    trivial.add(cause);
                } else {
                    suspects.add(new Suspect(cause, left));
                }
            });
            foreseen = Math.min(plan.budgetEvents(), done.get() + each() * plan.replications() * suspects.size());
            if (!isStopped) {
                question(suspects);
            }
        }
        return new Attribution(
                scenario.name(),
                plan,
                toll,
                ranked(suspects),
                suspects.stream()
                        .filter(suspect -> suspect.replications() == 0)
                        .map(Suspect::cause)
                        .toList(),
                trivial,
                isStopped,
                done.get(),
                asItIs.stream().map(Harm::checksum).toList());
    }

    /** Where the budget is short, traffic comes first and what people do last. */
    private static List<Cause> byKind(List<Cause> causes) {
        return causes.stream()
                .sorted(Comparator.comparing(Cause::kind).thenComparing(Cause::name))
                .toList();
    }

    /** Returns the mean number of events of a run of the scenario as it is. */
    private long each() {
        return Math.max(
                1, (long) asItIs.stream().mapToLong(Harm::events).average().orElse(1));
    }

    private void question(List<Suspect> suspects) {
        List<Suspect> order = suspects;
        for (int replication = 0; replication < plan.replications(); replication++) {
            int affordable = (int) Math.min(order.size(), Math.max(0, plan.budgetEvents() - done.get()) / each());
            List<Suspect> next = order.subList(0, affordable);
            List<Task> tasks = new ArrayList<>();
            for (Suspect suspect : next) {
                tasks.add(new Task(suspect.without(), replication));
            }
            List<Optional<Harm>> runs =
                    run(tasks, "replication " + (replication + 1) + " without each of " + next.size() + " causes");
            for (int i = 0; i < runs.size(); i++) {
                runs.get(i).ifPresent(next.get(i)::take);
            }
            if (isStopped) {
                return; // some had none, so there is no order
            }
            order = next.stream()
                    .sorted(Comparator.comparingDouble((Suspect suspect) ->
                                    -Math.abs(suspect.effect(asItIs).share()))
                            .thenComparing(suspect -> suspect.cause().name()))
                    .toList();
        }
    }

    private List<Effect> ranked(List<Suspect> suspects) {
        return suspects.stream()
                .filter(suspect -> suspect.replications() > 0)
                .map(suspect -> suspect.effect(asItIs))
                .sorted(Comparator.comparingDouble((Effect effect) -> -Math.rint(effect.share() * 1000))
                        .thenComparingDouble(effect -> Double.isNaN(effect.usersShare()) ? 0 : -effect.usersShare())
                        .thenComparing(effect -> effect.cause().name()))
                .toList();
    }

    /** Makes runs and returns what came of each, in the order of {@code tasks}; nothing of those that were stopped. */
    private List<Optional<Harm>> run(List<Task> tasks, String doing) {
        AtomicReferenceArray<Optional<Harm>> ended = new AtomicReferenceArray<>(tasks.size());
        List<Integer> places = IntStream.range(0, tasks.size()).boxed().toList();
        places.forEach(place -> ended.set(place, Optional.empty()));
        try {
            Crew.run(
                    places,
                    place -> ended.getAndSet(place, Optional.of(run(tasks.get(place), doing))),
                    plan.threads(),
                    plan.executor());
        } catch (StoppedException e) {
            isStopped = true;
        }
        return places.stream().map(ended::get).toList();
    }

    private Harm run(Task task, String doing) {
        if (watcher.stopWanted()) {
            throw new StoppedException();
        }
        Harm observed = Harm.of(
                Simulation.of(task.scenario()).replication(plan.seed(), task.replication(), Crew.stopper(watcher)));
        long events = done.addAndGet(observed.events());
        watcher.progress(foreseen == 0 ? 0 : Math.min(1, (double) events / foreseen), doing);
        return observed;
    }
}
