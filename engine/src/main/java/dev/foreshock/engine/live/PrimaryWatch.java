package dev.foreshock.engine.live;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.policy.Takeover;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import java.time.Duration;

/**
 * Says when the primary of a database is to be checked, and when its standby takes over: for whoever makes the checks for real. It begins
 * at the time that the model's checks begin at in the same replication. For one thread.
 */
public final class PrimaryWatch {
    private final Takeover takeover;
    private final Duration within;

    /** Creates the watch of a component that is a database with a standby. */
    public PrimaryWatch(StandbySpec spec, String component, long seed, int replication) {
        HealthCheckSpec check = spec.check();
        within = check.within();
        long every = check.every().toNanos();
        long stream = new Streams(seed, replication).named(component + " check");
        takeover = new Takeover(
                every,
                check.from() == HealthCheckSpec.From.END,
                (long) (KeyedRandom.uniform(stream, 0) * every),
                check.downAfter(),
                check.upAfter(),
                spec.holdDown().toNanos());
    }

    /** Returns when the next check is to be made, in nanoseconds since the start of the run. */
    public long nextCheckNanos() {
        return takeover.nextCheckNanos();
    }

    /** Returns how long a check may take before it has failed. */
    public Duration within() {
        return within;
    }

    /** Says that a check is being made. */
    public void checking(long nowNanos) {
        takeover.checking(nowNanos);
    }

    /** Takes the outcome of a check; returns whether the standby is to take over now. */
    public boolean checked(boolean good, long nowNanos) {
        return takeover.checked(good, nowNanos);
    }
}
