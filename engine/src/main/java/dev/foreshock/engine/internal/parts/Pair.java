package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.StandbySpec.Mode;
import dev.foreshock.engine.policy.Takeover;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Timers;
import dev.foreshock.engine.spi.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The standby of a database: what it has of the writes, and how it takes the place of a primary that is gone. */
final class Pair {
    static final int CHECK = 2;
    private static final int CHECK_OVER = 3;
    private static final int PROMOTED = 4;
    private static final int REACHED = 5;
    private static final int REBUILT = 6;

    private enum State {
        /** There is a standby, and somebody looks after the primary. */
        WATCHED,
        /** The standby is becoming the primary. */
        FAILING_OVER,
        /** The primary has no standby. */
        ALONE
    }

    private final StandbySpec spec;
    private final Database database;
    private final Workbench bench;
    private final Timers timers;
    private final boolean[] writes;
    private final Takeover takeover;
    private final boolean fromEnd;
    private final TimeSampler promote;
    private final long promoteStream;
    private final RecentWrites recent;
    private final List<Failover> past = new ArrayList<>();
    private State state = State.WATCHED;

    /** The failure of the primary, or the failover, that is not over; null if there is none. */
    private @Nullable Failover current;

    private int cause = Notes.NO_CAUSE;

    Pair(StandbySpec spec, Database database, Workbench bench) {
        this.spec = spec;
        this.database = database;
        this.bench = bench;
        timers = bench.timers();
        writes = bench.among(spec.writes());
        long every = spec.check().every().toNanos();
        fromEnd = spec.check().from() == HealthCheckSpec.From.END;
        takeover = new Takeover(
                every,
                fromEnd,
                (long) (KeyedRandom.uniform(bench.stream("check"), 0) * every),
                spec.check().downAfter(),
                spec.check().upAfter(),
                spec.holdDown().toNanos());
        promote = spec.promote().sampler();
        promoteStream = bench.stream("promotion");
        recent = new RecentWrites(spec.lag().toNanos());
        timers.at(takeover.nextCheckNanos(), CHECK, 0);
    }

    /** Tells whether a call writes. */
    boolean writes(int call) {
        return writes[bench.calls().request(call)];
    }

    /** Returns how long a write that is committed waits for the standby. */
    long confirmationNanos() {
        return spec.mode() == Mode.SYNCHRONOUS && state == State.WATCHED
                ? spec.lag().toNanos()
                : 0;
    }

    /** Tells whether there is no primary that a fault could strike. */
    boolean isBetweenPrimaries() {
        return state == State.FAILING_OVER;
    }

    /** Handles that a write is acknowledged. */
    void acknowledged(long now) {
        if (spec.mode() == Mode.ASYNCHRONOUS && state == State.WATCHED) {
            recent.add(now);
        }
        int last = past.size() - 1;
        if (last >= 0 && past.get(last).acknowledgedNanos() == null) {
            past.set(last, past.get(last).acknowledged(now));
        }
    }

    /** Handles that the primary neither answers nor works any more. */
    void broke(int entry, long now) {
        if (current == null) {
            current = Failover.began(now);
            cause = entry;
        }
    }

    /** Handles that the primary is as before. */
    void mended() {
        current = null;
    }

    void on(int op, long now) {
        switch (op) {
            case CHECK -> check(now);
            case CHECK_OVER -> checked(current == null, now);
            case PROMOTED -> promoted(now);
            case REACHED -> reached(now);
            default -> rebuilt(now);
        }
    }

    /** A process that is stopped does not answer; where there is none, a check is refused at once. */
    private void check(long now) {
        if (state != State.WATCHED) {
            return;
        }
        takeover.checking(now);
        if (!fromEnd) {
            timers.at(takeover.nextCheckNanos(), CHECK, 0);
        }
        if (current != null && database.isThere()) {
            timers.at(now + spec.check().within().toNanos(), CHECK_OVER, 0);
        } else {
            checked(current == null, now);
        }
    }

    private void checked(boolean good, long now) {
        Failover failure = current;
        if (state != State.WATCHED) {
            return;
        }
        boolean takesOver = takeover.checked(good, now);
        if (fromEnd && !takesOver) {
            timers.at(takeover.nextCheckNanos(), CHECK, 0);
        }
        if (takesOver && failure != null) {
            state = State.FAILING_OVER;
            int lost = recent.underWay(now);
            current = failure.detected(now, lost);
            cause = note(Event.DETECTED, " does not answer checks: its standby takes over", cause);
            database.fence(now);
            long number = past.size();
            timers.at(now + promote.nextNanos(bench.random().at(promoteStream, number)), PROMOTED, 0);
        }
    }

    private void promoted(long now) {
        Failover failover = current;
        if (failover != null) {
            current = failover.promoted(now);
            long lost = failover.writesLost();
            String without = lost == 0
                    ? " has all writes that were acknowledged"
                    : " lacks " + lost + (lost == 1 ? " write that was" : " writes that were") + " acknowledged";
            cause = note(Event.PROMOTED, ": the standby is the primary, and" + without, cause);
            timers.at(now + spec.repoint().toNanos(), REACHED, 0);
        }
    }

    private void reached(long now) {
        Failover failover = current;
        if (failover != null) {
            past.add(failover.reached(now));
            current = null;
            state = State.ALONE;
            cause = note(Event.UP, " is up: calls reach the new primary", cause);
            database.reached();
            if (spec.rebuild() != null) {
                timers.at(now + spec.rebuild().toNanos(), REBUILT, 0);
            }
        }
    }

    private void rebuilt(long now) {
        if (current != null && spec.rebuild() != null) { // nothing can be copied from a primary that is not there
            timers.at(now + spec.rebuild().toNanos(), REBUILT, 0);
            return;
        }
        state = State.WATCHED;
        recent.clear();
        takeover.lookAtAnother();
        note(Event.NOTED, " has a standby again", cause);
        takeover.checking(now);
        timers.at(takeover.nextCheckNanos(), CHECK, 0);
    }

    private int note(Event event, String text, int because) {
        return bench.notes().add(event, bench.name() + text, because);
    }

    /** Returns the failures of primaries so far, also one that is not over. */
    List<Failover> failovers() {
        List<Failover> all = new ArrayList<>(past);
        if (current != null) {
            all.add(current);
        }
        return List.copyOf(all);
    }
}
