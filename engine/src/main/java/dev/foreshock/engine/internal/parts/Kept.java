package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.live.Store;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Strike;
import dev.foreshock.engine.spi.Workbench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queries of a database that a {@link Store} carries out, and what it says of its primaries. */
final class Kept {
    private final Store store;
    private final Workbench bench;
    private final boolean[] writes;
    private final Map<Long, Job> under = new HashMap<>();
    private final List<Failover> failovers = new ArrayList<>();
    private int cause = Notes.NO_CAUSE;

    Kept(Store store, StandbySpec spec, Workbench bench) {
        this.store = store;
        this.bench = bench;
        writes = bench.among(spec.writes());
    }

    boolean isUp() {
        return store.isUp();
    }

    void carryOut(Job job) {
        under.put(job.turn, job);
        store.carryOut(job.turn, bench.calls().key(job.call), writes(job));
    }

    private boolean writes(Job job) {
        return writes[bench.calls().request(job.call)];
    }

    /** Forgets a query that is over before it was carried out. */
    void forget(Job job) {
        under.remove(job.turn);
    }

    /** Returns the query that was carried out; null if it is over. */
    @Nullable
    Job carriedOut(long ticket, Outcome outcome, long now) {
        Job job = under.remove(ticket);
        int last = failovers.size() - 1;
        if (job != null && outcome == Outcome.OK && writes(job) && last >= 0) {
            Failover failover = failovers.get(last);
            if (failover.reachedNanos() != null && failover.acknowledgedNanos() == null) {
                failovers.set(last, failover.acknowledged(now));
            }
        }
        return job;
    }

    void struck(Strike strike) {
        if (strike.begins()) {
            cause = strike.effect() instanceof Crash
                    ? note(Event.CRASHED, " crashes: its primary is killed", strike.cause())
                    : strike.cause();
        }
        store.struck(strike.effect(), strike.begins());
    }

    /** Takes what is known of a failover by now. */
    void failover(Failover known) {
        int last = failovers.size() - 1;
        if (last < 0 || failovers.get(last).brokeNanos() != known.brokeNanos()) {
            failovers.add(known);
            cause = note(Event.DETECTED, " does not answer checks: its standby takes over", cause);
            return;
        }
        Failover before = failovers.get(last);
        Long acknowledged = before.acknowledgedNanos();
        failovers.set(last, acknowledged == null ? known : known.acknowledged(acknowledged));
        if (known.promotedNanos() != null && before.promotedNanos() == null) {
            cause = note(Event.PROMOTED, ": the standby is the primary", cause);
        }
        if (known.reachedNanos() != null && before.reachedNanos() == null) {
            cause = note(Event.UP, " is up: calls reach the new primary", cause);
        }
        if (known.writesLost() > 0) {
            note(Event.NOTED, " lacks " + known.writesLost() + " of the writes that were acknowledged", cause);
        }
    }

    List<Failover> failovers() {
        return List.copyOf(failovers);
    }

    private int note(Event event, String text, int because) {
        return bench.notes().add(event, bench.name() + text, because);
    }
}
