package dev.foreshock.simulated.internal.database;

import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.live.Behind;
import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.PrimaryWatch;
import dev.foreshock.engine.live.Store;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.StandbySpec.Mode;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.HopCost;
import dev.foreshock.simulated.internal.pace.Pace;
import dev.foreshock.simulated.internal.service.BackedRun;
import dev.foreshock.simulated.internal.service.Beside;
import dev.foreshock.simulated.internal.wire.Begin;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A real database in one run: carries out queries, suffers faults, has its primary checked and its standby take over, and counts at the end
 * what it lacks. When to check, and when the standby takes over, the engine says ({@link PrimaryWatch}).
 */
public final class RealRun implements Store, BackedRun {
    private static final long LONGEST_REST_NANOS = 50_000_000;
    private static final String STANDBY = "standby";

    private final String component;
    private final long run;
    private final Servers servers;
    private final Clients clients;
    private final Consumer<Consumer<ComponentPart>> post;
    private final Beside beside;

    /** How long a write is modelled to wait for the standby. */
    private final long waitsNanos;

    /** Tells what a synchronous standby costs beyond that; null where that is not measured. */
    private final @Nullable Commits commits;

    /** Tells how much further behind than modelled an asynchronous standby is; null where that is not measured. */
    private final @Nullable LagMeter lag;

    private final Runnable isSpent;
    private final PrimaryWatch decides;
    private final ExecutorService hands = Executors.newSingleThreadExecutor(work -> thread(work, "foreshock-faults"));
    private final Thread watch;

    /** The calls whose writes were acknowledged to somebody who waited. For the thread of the part alone. */
    private final Set<Long> acknowledged = new HashSet<>();

    private volatile boolean closed;
    private volatile boolean isUp = true;
    private volatile long brokeNanos = -1;
    private volatile @Nullable Failover failover;

    RealRun(
            String component,
            StandbySpec spec,
            Begin begin,
            Servers servers,
            Clients clients,
            Consumer<Consumer<ComponentPart>> post,
            Beside beside,
            Runnable isSpent) {
        this.component = component;
        run = begin.startNanos();
        this.servers = servers;
        this.clients = clients;
        this.post = post;
        this.beside = beside;
        boolean waits = spec.mode() == Mode.SYNCHRONOUS;
        waitsNanos = waits ? spec.lag().toNanos() : 0;
        boolean measures = begin.replication() == Begin.MEASURING;
        commits = measures && waits ? new Commits() : null;
        lag = measures && !waits ? LagMeter.start(servers.primary(), spec.lag().toNanos()) : null;
        this.isSpent = isSpent;
        decides = new PrimaryWatch(spec, component, begin.seed(), begin.replication());
        watch = thread(this::watch, "foreshock-watch");
        if (begin.playsScenario()) {
            watch.start();
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private long now() {
        return System.nanoTime() - run;
    }

    @Override
    public void carryOut(long ticket, long key, boolean writes) {
        long began = System.nanoTime();
        if (commits != null && writes && commits.isNextAlone()) {
            clients.carryOutAtPrimary(run, key, true, outcome -> {
                long took = System.nanoTime() - began;
                beside.took(key, took);
                commits.alone(took);
                carriedOut(ticket, key, true, outcome);
            });
            return;
        }
        clients.carryOut(run, key, writes, outcome -> {
            long took = System.nanoTime() - began - (writes ? waitsNanos : 0);
            if (commits != null && writes) {
                beside.isUnknown(key);
                commits.together(took);
            } else {
                beside.took(key, Math.max(0, took));
            }
            carriedOut(ticket, key, writes, outcome);
        });
    }

    private void carriedOut(long ticket, long key, boolean writes, Outcome outcome) {
        post.accept(part -> {
            if (part.carriedOut(ticket, outcome) && writes && outcome == Outcome.OK) {
                acknowledged.add(key);
            }
        });
    }

    @Override
    public void struck(ComponentEffect effect, boolean begins) {
        hands.execute(() -> {
            try {
                strike(effect, begins);
            } catch (IOException e) {
                System.err.println("foreshock: " + component + ": " + e.getMessage());
            }
        });
    }

    private synchronized void strike(ComponentEffect effect, boolean begins) throws IOException {
        if (failover != null || closed) {
            return; // the old primary is out of service, and stays so
        }
        if (begins) {
            brokeNanos = now();
            isUp = false;
        }
        if (!(effect instanceof Crash)) {
            servers.primary().stop(begins);
        } else if (begins) {
            servers.primary().kill();
        } else {
            servers.primary().startAgain();
        }
        if (!begins) {
            brokeNanos = -1;
            isUp = true;
        }
    }

    @Override
    public boolean isUp() {
        return isUp;
    }

    private void watch() {
        while (!closed) {
            long rest = decides.nextCheckNanos() - now();
            if (rest > 0) {
                LockSupport.parkNanos(this, Math.min(rest, LONGEST_REST_NANOS));
                continue;
            }
            decides.checking(now());
            boolean isAnswered = servers.primary().answers(decides.within());
            if (decides.checked(isAnswered, now())) {
                failOver();
                return;
            }
        }
    }

    private synchronized void failOver() {
        if (closed) {
            return;
        }
        long found = now();
        Failover known = Failover.began(brokeNanos < 0 ? found : brokeNanos).detected(found, 0);
        tell(known);
        isSpent.run();
        isUp = false;
        try {
            servers.primary().kill(); // whatever it was that kept it from answering: there must not be two
            servers.promote();
            known = known.promoted(now());
            tell(known);
            clients.forget();
            servers.repoint();
            isUp = true;
            tell(known.reached(now()));
        } catch (SQLException | IOException e) {
            System.err.println("foreshock: " + component + " has no primary any more: " + e.getMessage());
        }
    }

    private void tell(Failover known) {
        failover = known;
        post.accept(part -> part.failover(known));
    }

    @Override
    public Behind behind() {
        return this;
    }

    @Override
    public Map<String, HopCost> costs() {
        HopCost ofStandby = commits != null ? commits.ofStandby() : lag != null ? lag.beyond() : HopCost.NONE;
        return ofStandby.equals(HopCost.NONE) ? Map.of() : Map.of(component + "." + STANDBY, ofStandby);
    }

    @Override
    public CompletableFuture<String> finish(Pace<ComponentPart> pace) {
        return pace.ask(part -> Set.copyOf(acknowledged)).thenApplyAsync(keys -> {
            try {
                check(keys);
                return "data in PostgreSQL, a primary and its standby";
            } catch (SQLException e) {
                throw new IllegalStateException("the database that is left cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /**
     * Counts the writes that were acknowledged and are not in the database that is left, and tells the part.
     *
     * @param keys the calls whose writes were acknowledged
     */
    private void check(Set<Long> keys) throws SQLException {
        Failover known = failover;
        if (known == null || known.reachedNanos() == null) {
            return;
        }
        Set<Long> lost = new HashSet<>(keys);
        try (Connection connection = servers.standby().connect();
                PreparedStatement statement = connection.prepareStatement("select call from writes where run = ?")) {
            statement.setLong(1, run);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lost.remove(rows.getLong(1));
                }
            }
        }
        tell(new Failover(
                known.brokeNanos(),
                known.detectedNanos(),
                known.promotedNanos(),
                known.reachedNanos(),
                null,
                lost.size()));
    }

    @Override
    public void close() {
        closed = true;
        hands.shutdown();
        if (lag != null) {
            lag.close();
        }
    }
}
