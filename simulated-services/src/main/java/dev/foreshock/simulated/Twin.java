package dev.foreshock.simulated;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.live.SeenRequest;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.simulated.internal.database.RealDatabase;
import dev.foreshock.simulated.internal.gatling.Gatling;
import dev.foreshock.simulated.internal.gatling.GatlingRun;
import dev.foreshock.simulated.internal.gatling.GatlingUsers;
import dev.foreshock.simulated.internal.haproxy.Haproxy;
import dev.foreshock.simulated.internal.load.HealthPage;
import dev.foreshock.simulated.internal.load.Load;
import dev.foreshock.simulated.internal.load.Scrapes;
import dev.foreshock.simulated.internal.load.Steadiness;
import dev.foreshock.simulated.internal.process.Casualties;
import dev.foreshock.simulated.internal.process.Fleet;
import dev.foreshock.simulated.internal.process.Room;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Callers;
import dev.foreshock.simulated.internal.wire.Loops;
import dev.foreshock.simulated.internal.wire.PartPlayed;
import dev.foreshock.simulated.internal.wire.ServiceClient;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The system of a scenario, started: each component a service on loopback, which works as the engine's own component does, in real time.
 * Closing it ends them all. For one thread.
 */
public final class Twin implements AutoCloseable {
    private static final long GLANCE_MILLIS = 20;
    private static final long WINDOW_NANOS = 1_000_000_000;

    private final Scenario scenario;
    private final Fleet fleet;
    private final boolean inContainers;
    private final @Nullable GatlingUsers gatling;
    private final Map<String, ServiceClient> clients = new TreeMap<>();
    private final String page;
    private @Nullable GatlingRun prepared;
    private volatile boolean isWell = true;

    /** How long it took to tell everybody what is played, at most. */
    private long tellingNanos;

    private final Vertx vertx = Loops.one();

    /** What people did last to each component: the next comes after it, and not after what was done to others. */
    private final Map<String, CompletableFuture<Void>> acts = new ConcurrentHashMap<>();

    private Twin(Scenario scenario, Fleet fleet, boolean inContainers, @Nullable GatlingUsers gatling) {
        this.inContainers = inContainers;
        this.scenario = scenario;
        this.fleet = fleet;
        this.gatling = gatling;
        page = HealthPage.open(vertx, () -> isWell);
        HttpClient http = ServiceClient.http();
        fleet.services()
                .forEach((name, service) ->
                        clients.put(name, new ServiceClient(http, name, service.address(), fleet.token())));
    }

    /**
     * Starts the system of {@code scenario}.
     *
     * @param tells is told in a line what was started
     * @throws TwinException if a service or Gatling does not start; those before it are ended
     */
    public static Twin start(Scenario scenario, TwinOptions options, Consumer<String> tells) {
        Path directory = options.room();
        GatlingOptions load = options.gatling();
        Gatling.Starting starting = load == null ? null : Gatling.start(load);
        try {
            Fleet fleet =
                    directory == null ? Fleet.here(scenario) : Fleet.processes(scenario, new Room(directory), options);
            fleet.services().values().forEach(service -> tells.accept("started " + service.text()));
            try {
                return new Twin(
                        scenario,
                        fleet,
                        options.containers() != null,
                        starting == null ? null : GatlingUsers.on(starting, scenario, fleet.token(), tells));
            } catch (RuntimeException e) {
                fleet.close();
                throw e;
            }
        } catch (RuntimeException e) {
            if (starting != null) {
                starting.end();
            }
            throw e;
        }
    }

    /** Returns where each component listens, as {@code host:port}. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        fleet.services().forEach((name, service) -> addresses.put(name, service.address()));
        fleet.haproxies().forEach((name, haproxy) -> addresses.put(name, haproxy.address()));
        return Collections.unmodifiableMap(addresses);
    }

    /** Returns the address of a page that answers with 200 as long as users can be sent. */
    public String page() {
        return page;
    }

    /** Tells whether a component keeps what is written to it in a real database, with a primary and a standby. */
    public boolean hasRealDatabase(String component) {
        return processes().containsKey(component) && RealDatabase.isWanted(scenario, component);
    }

    /** Tells whether its real databases run in containers. */
    public boolean hasContainers() {
        return inContainers;
    }

    /** Returns the processes that services have of their own, by component; none where they share this one. */
    public Map<String, OwnProcess> processes() {
        return fleet.processes();
    }

    /**
     * Does what takes time before a run and can be done before its time 0 is set.
     *
     * @param play how it will be run next
     * @throws IOException if it cannot be done
     */
    public void prepare(Play play) throws IOException {
        if (gatling != null && prepared == null) {
            prepared = gatling.run(play);
        }
    }

    /**
     * Returns how long before its time 0 a run should be begun, in nanoseconds: so that everybody knows of it by then, as far as can be told from
     * what that took while they were warmed, and that it is at a moment between two checks of HAProxy that is drawn.
     *
     * @param seed from which that moment is drawn
     */
    public long leadNanos(long seed) {
        long between = fleet.haproxies().values().stream()
                .mapToLong(Haproxy::betweenChecksNanos)
                .max()
                .orElse(0);
        return new Lead(tellingNanos, between).nanos(seed);
    }

    private void tellAll(Begin begin) throws IOException, InterruptedException {
        long from = System.nanoTime();
        fleet.begin(begin, clients.values());
        tellingNanos = Math.max(tellingNanos, System.nanoTime() - from);
    }

    /**
     * Runs the scenario from its start to its end.
     *
     * @param play how
     * @param startNanos the {@link System#nanoTime()} of its time 0, soon
     * @param isStopWanted asked now and then whether to end it before
     * @param progress told the time of the scenario now and then, in nanoseconds
     * @throws IOException if a service cannot be told of it
     * @throws InterruptedException if this thread was interrupted, or it was to end before its end
     */
    public Played play(Play play, long startNanos, BooleanSupplier isStopWanted, Consumer<Long> progress)
            throws IOException, InterruptedException {
        Begin begin = begin(play, startNanos);
        tellAll(begin);
        prepare(play);
        GatlingRun run = prepared;
        prepared = null;
        if (run != null) {
            run.start(begin);
        }
        try (Load load = load(begin, run, run == null ? play.probe() : Probe.NONE, action -> act(action, play))) {
            Scrapes scrapes = Scrapes.begin(scenario, clients, load);
            try {
                long endNanos = startNanos + scenario.clock().lengthNanos();
                await(load, run, casualties(play.elsewhere()), endNanos, startNanos, isStopWanted, progress);
                requireWanted(isStopWanted);
            } finally {
                scrapes.close();
            }
            return end(load, run, play.probe());
        }
    }

    /**
     * Sends users until what their calls cost beside the time in the components no longer falls: what runs for the first time is slow. Nothing of it is kept, no fault is applied and
     * nobody watches.
     *
     * @param most how long at most
     * @return whether they were steady before that
     * @throws IOException if a service cannot be told of it
     * @throws InterruptedException if this thread was interrupted, or it was to end before its end
     */
    public boolean warm(long seed, Duration most, BooleanSupplier isStopWanted)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        Steadiness steadiness = new Steadiness(WINDOW_NANOS);
        Play play = Play.of(seed, Begin.WARMING).without(scenario.faults().keySet());
        while (!steadiness.isSteady() && System.nanoTime() < until) {
            GatlingRun run = gatling == null ? null : gatling.warming(play);
            long start = System.nanoTime();
            Begin begin = begin(play, start);
            tellAll(begin);
            steadiness.again();
            if (run != null) {
                run.start(begin);
            }
            try (Load load = load(begin, run, Probe.NONE, action -> {})) {
                long end = Math.min(until, start + scenario.clock().lengthNanos());
                await(
                        load,
                        run,
                        casualties(Set.of()),
                        end,
                        start,
                        () -> steadiness.isSteady() || isStopWanted.getAsBoolean(),
                        now -> {
                            if (steadiness.isDue(now)) {
                                steadiness.seen(allOf(load.hops()), now);
                            }
                        });
            }
            if (run != null) {
                run.stop();
            }
            requireWanted(isStopWanted);
        }
        return steadiness.isSteady();
    }

    /**
     * Sends users without faults, nobody watching, and measures what their calls and those of the services cost beside the time in their
     * components.
     *
     * @param length how long, at most as long as the scenario
     * @return the costs, by {@code component.call} or {@code users.class}; by {@code component.standby}, what a synchronous standby takes beside its lag
     * @throws IOException if a service cannot be told of it
     * @throws InterruptedException if this thread was interrupted, or it was to end before its end
     */
    public Map<String, HopCost> measure(
            long seed, Duration length, BooleanSupplier isStopWanted, Consumer<Long> progress)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Begin begin =
                begin(Play.of(seed, Begin.MEASURING).without(scenario.faults().keySet()), start);
        tellAll(begin);
        try (Load load = load(begin, null, Probe.NONE, action -> {})) {
            long end = start + Math.min(length.toNanos(), scenario.clock().lengthNanos());
            await(load, null, casualties(Set.of()), end, start, isStopWanted, progress);
            requireWanted(isStopWanted);
            load.freeze();
            Map<String, HopCost> hops = new TreeMap<>(load.hops());
            for (ServiceClient client : clients.values()) {
                hops.putAll(client.end().hops());
            }
            return hops;
        }
    }

    private static HopCost allOf(Map<String, HopCost> hops) {
        return hops.values().stream().reduce(HopCost.NONE, HopCost::and);
    }

    /** Begins to send what users send: from here, or by a run of Gatling. */
    private Load load(Begin begin, @Nullable GatlingRun run, Probe probe, Consumer<Action> acts) {
        return run == null
                ? Load.begin(scenario, begin, probe, answers -> new Callers(vertx, fleet.token(), begin, answers), acts)
                : Load.begin(scenario, begin, run.seenBy(probe), run::carrier, acts);
    }

    private Begin begin(Play play, long startNanos) {
        Map<String, String> addresses = new TreeMap<>(addresses());
        addresses.putAll(play.ways());
        return new Begin(play.seed(), play.replication(), startNanos, System.nanoTime(), play.elsewhere(), addresses);
    }

    /** What people do takes its way to the component while the users go on. */
    private void act(Action action, Play play) {
        if (action instanceof Action.End && play.elsewhere().contains(action.target())) {
            play.ends().accept(action.target());
        } else if (action instanceof Action.End) {
            // Each does its part of a fault, those who call as well as those who are called.
            clients.keySet().forEach(component -> act(component, action));
        } else {
            act(action.target(), action);
        }
    }

    private void act(String component, Action action) {
        ServiceClient client = clients.get(component);
        if (client != null) {
            // Where it cannot be reached, people see by its signals that nothing came of it.
            acts.compute(
                    component,
                    (name, before) ->
                            before == null ? client.act(action) : before.thenCompose(over -> client.act(action)));
        }
    }

    /** Waits for the end, or for whoever does not want to. */
    private void await(
            Load load,
            @Nullable GatlingRun run,
            Casualties casualties,
            long endNanos,
            long startNanos,
            BooleanSupplier isEnough,
            Consumer<Long> progress)
            throws InterruptedException {
        for (long now = System.nanoTime();
                (now < endNanos || casualties.areFound()) && !isEnough.getAsBoolean();
                now = System.nanoTime()) {
            Throwable failure = load.failure();
            if (failure != null) {
                isWell = false;
                throw new IllegalStateException("the users of the rehearsal ended by a bug", failure);
            }
            if (run != null && run.trouble() != null) {
                isWell = false;
                throw new TwinException("Gatling failed: " + run.trouble(), null);
            }
            casualties.told(fleet.ended(), now - startNanos).ifPresent(what -> {
                isWell = false;
                throw new TwinException(what, null);
            });
            progress.accept(Math.max(0, now - startNanos));
            Thread.sleep(Math.max(1, Math.min(GLANCE_MILLIS, 1 + (endNanos - now) / 1_000_000)));
        }
    }

    /** Returns who looks for them in a run with some faults that are applied from outside. */
    private Casualties casualties(Set<String> outside) {
        return new Casualties(scenario, outside);
    }

    private static void requireWanted(BooleanSupplier isStopWanted) throws InterruptedException {
        if (isStopWanted.getAsBoolean()) {
            throw new InterruptedException("the run was to end");
        }
    }

    /** All of them, before the first ends and answers those who still wait; and all at once, as one that is gone answers late. */
    private void freeze() {
        CompletableFuture.allOf(
                        clients.values().stream().map(ServiceClient::freeze).toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private Played end(Load load, @Nullable GatlingRun run, Probe probe) throws InterruptedException {
        load.freeze();
        freeze();
        List<PartReport> reports = new ArrayList<>();
        Map<String, HopCost> hops = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        long late = 0;
        long mostLate = 0;
        for (Map.Entry<String, ServiceClient> client : clients.entrySet()) {
            try {
                PartPlayed played = client.getValue().end();
                others.put(client.getKey(), played.behind());
                reports.add(played.report());
                hops.putAll(played.hops());
                late = Math.max(late, played.lateNanos());
                mostLate = Math.max(mostLate, played.mostLateNanos());
            } catch (IOException e) {
                // A service that is gone says nothing: what it saw is not known.
            }
        }
        others.values().removeIf(String::isEmpty);
        fleet.haproxies().forEach((name, haproxy) -> {
            reports.add(haproxy.log().report());
            others.put(name, "HAProxy in its place");
        });
        Played seen = run == null ? load.end(reports) : load.end(reports, finish(load, run, probe), run.requests());
        hops.putAll(seen.hops());
        return new Played(
                seen.result(),
                Math.max(late, seen.lateNanos()),
                Math.max(mostLate, seen.mostLateNanos()),
                hops,
                others,
                seen.load());
    }

    private static LoadSeen finish(Load load, GatlingRun run, Probe probe) throws InterruptedException {
        load.settle();
        LoadSeen seen = run.finish();
        for (SeenRequest each : run.requests()) {
            if (each.isOver()) {
                long now = each.sentNanos() + each.tookNanos();
                probe.ended(each.users(), each.request(), each.key(), each.outcome(), each.tookNanos(), now);
            }
        }
        return seen;
    }

    @Override
    public void close() {
        if (gatling != null) {
            gatling.close();
        }
        vertx.close();
        fleet.close();
    }
}
