package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.guard.Ending;
import dev.foreshock.faults.guard.Step;
import dev.foreshock.faults.internal.heal.Healer;
import dev.foreshock.faults.process.MemoryProcesses;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.MemoryServer;
import dev.foreshock.faults.undo.ProcessChange;
import dev.foreshock.faults.undo.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A guard with servers in memory and a clock that a test moves: orders come at the times that were said. */
final class Bench implements Order.Source, Keeper {
    static final long SECOND = 1_000_000_000L;
    static final String A = "a:1";
    static final String B = "b:1";

    final MemoryServer a = new MemoryServer(A, MemoryServer.proxy("db"), MemoryServer.proxy("other"));
    final MemoryServer b = new MemoryServer(B, MemoryServer.proxy("cache"));
    final MemoryProcesses processes = new MemoryProcesses();
    final OwnedProcess service = processes.run("service", "");
    final OwnedProcess job = processes.run("job", "./job");
    final List<String> said = new ArrayList<>();
    /** The leases that the guard wants renewed. */
    final List<String> kept = new ArrayList<>();
    /** What the guard wants looked at, on servers that keep no leases. */
    final List<String> watched = new ArrayList<>();

    final Path state;
    private final Deque<Timed> orders = new ArrayDeque<>();
    private long now = 1000;
    private long leaseEnd = now + 10 * SECOND;
    private boolean isRenewed = true;
    private List<String> leasing = List.of();
    private int connections = LeaseTerms.ALL;
    private Assignment assignment;

    private record Timed(long at, Order order) {}

    Bench(Path state) {
        this.state = state;
        assignment = assignment(before());
    }

    static ToxicState toxic(int number) {
        return new ToxicState(Change.toxicName("r1", number), "latency", "downstream", 1, "{\"latency\":50}");
    }

    List<Before> before() {
        return List.of(
                new Before(A, List.of(a.state().get("db"))),
                new Before(B, List.of(b.state().get("cache"))));
    }

    void assume(List<Before> before) {
        assignment = assignment(before);
    }

    /** Has a server keep leases. */
    Bench leasing(String server) {
        leasing = List.of(server);
        assignment = assignment(before());
        return this;
    }

    /** Has the run strike so many connections at most. */
    Bench striking(int most) {
        connections = most;
        assignment = assignment(before());
        return this;
    }

    /** Lets changes be added. */
    Bench open() {
        assignment = assignment.open();
        return this;
    }

    private Assignment assignment(List<Before> before) {
        return new Assignment(
                "r1",
                "staging",
                "hash",
                before,
                List.of(service, job),
                List.of(
                        new Step(new Change.AddToxic(A, "db", toxic(0)), 60 * SECOND),
                        new Step(new Change.Disable(B, "cache"), 5 * SECOND),
                        new Step(new Change.AddToxic(A, "db", toxic(2)), 60 * SECOND),
                        new Step(new Change.AddToxic(A, "other", toxic(3)), 60 * SECOND),
                        new Step(new ProcessChange.Pause(service), 60 * SECOND),
                        new Step(new ProcessChange.Kill(job), 60 * SECOND)),
                leasing,
                10 * SECOND,
                2 * SECOND,
                connections);
    }

    /** Gives an order at a second of the run. */
    Bench at(double second, Order order) {
        orders.add(new Timed(1000 + (long) (second * SECOND), order));
        return this;
    }

    /** Lets the injector be silent from a second on. */
    Bench silentFrom(double second) {
        isRenewed = false;
        leaseEnd = 1000 + (long) (second * SECOND) + 10 * SECOND;
        return this;
    }

    double seconds() {
        return (now - 1000) / (double) SECOND;
    }

    void pass(long nanos) {
        now += nanos;
        a.catchUp();
        b.catchUp();
    }

    Reach reach() {
        return new Reach() {
            @Override
            public ToxicControl server(String address) {
                return address.equals(A) ? a : b;
            }

            @Override
            public ProcessControl processes() {
                return processes;
            }
        };
    }

    Healer healer() {
        return new Healer(reach(), 2 * SECOND, this::pass);
    }

    Ending run() throws Guard.Unfit, IOException {
        return new Guard(assignment, state, reach(), healer(), () -> now, this, this, said::add).run();
    }

    @Override
    public Optional<Order> next(long nanos) {
        if (orders.isEmpty() || orders.peek().at() > now + nanos) {
            now += nanos;
            return Optional.empty();
        }
        now = Math.max(now, orders.peek().at());
        return Optional.of(orders.remove().order());
    }

    @Override
    public long leaseEndNanos() {
        return isRenewed ? now + 10 * SECOND : leaseEnd;
    }

    @Override
    public void keep(String server, String lease) {
        kept.add(lease + " on " + server);
    }

    @Override
    public void watch(Change.OnServer change) {
        watched.add(change.proxy() + " of " + change.server());
    }

    @Override
    public void forget(Change.OnServer change) {
        watched.remove(change.proxy() + " of " + change.server());
    }

    @Override
    public void release() {
        kept.clear();
    }

    static SortedMap<String, ProxyState> with(SortedMap<String, ProxyState> state, ProxyState proxy) {
        state.put(proxy.name(), proxy);
        return state;
    }
}
