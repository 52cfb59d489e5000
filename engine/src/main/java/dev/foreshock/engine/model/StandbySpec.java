package dev.foreshock.engine.model;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.law.TimeLaw;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A second database that gets every write of the first, the primary, and takes its place when it fails. A write that the primary commits at
 * {@code t} is on the standby at {@code t + lag}. What was under way when the primary died still arrives until the standby is promoted. So
 * of writes acknowledged at a constant rate, {@code rate (lag - time from the failure to its detection)} are lost, if that is above 0;
 * none with a synchronous standby.
 *
 * @param lag how long a write takes from its commit until the standby has it
 * @param mode whether a write is acknowledged before or after that
 * @param writes the classes of requests whose queries write; empty for all
 * @param check how it is found that the primary is gone
 * @param promote how long the standby takes to become the primary
 * @param repoint how long it takes from then until calls reach the new primary
 * @param rebuild how long after that a copy of the new primary is its standby, or null for never
 * @param holdDown the shortest time from one failover to the next
 */
@Doc(
        "A second database that gets every write of the first and takes its place when it fails. The old primary stays out.")
public record StandbySpec(
        @Doc("How long a write takes from its commit until the standby has it.") @Range
        Duration lag,

        @Relief(
                to = Relief.To.CONSTANT,
                by = Influence.BEHAVIOR,
                without = "No write waits for the standby.",
                constant = "asynchronous")
        @Doc(
                "When a write is acknowledged: asynchronous (once the primary has it) or synchronous (once the standby has it, too).")
        @Default("asynchronous")
        Mode mode,

        @Doc("The classes of requests whose queries write, all others read; all write, if left out.")
        @Names(Named.REQUEST)
        Set<String> writes,

        @Doc("How it is found that the primary is gone.") HealthCheckSpec check,

        @Doc("How long the standby takes to become the primary.")
        TimeLaw promote,

        @Doc("How long it takes from then until calls reach the new primary.") @Default("0s") @Range
        Duration repoint,

        @Doc("How long after that a copy of the new primary is its standby; never, if left out.")
        @Range(min = 1e-3)
        @Nullable
        Duration rebuild,

        @Doc("The shortest time from one failover to the next.") @Default("0s") @Range
        Duration holdDown)
        implements Validated {
    /** Copies the set. */
    public StandbySpec {
        writes = java.util.Collections.unmodifiableSet(new TreeSet<>(writes));
    }

    /** When a write is acknowledged. */
    public enum Mode {
        /** Once the primary has it. */
        ASYNCHRONOUS,
        /** Once the standby has it, too. */
        SYNCHRONOUS
    }

    /** Returns an asynchronous standby to which all queries are writes, and that is the last one. */
    public static StandbySpec of(Duration lag, HealthCheckSpec check, TimeLaw promote) {
        return new StandbySpec(lag, Mode.ASYNCHRONOUS, Set.of(), check, promote, Duration.ZERO, null, Duration.ZERO);
    }

    /** Returns this standby in another mode. */
    public StandbySpec in(Mode other) {
        return new StandbySpec(lag, other, writes, check, promote, repoint, rebuild, holdDown);
    }

    /** Returns this standby where only queries of these classes of requests write. */
    public StandbySpec writing(Set<String> classes) {
        return new StandbySpec(lag, mode, classes, check, promote, repoint, rebuild, holdDown);
    }

    /** Returns this standby where calls reach the new primary {@code time} after the promotion. */
    public StandbySpec repointing(Duration time) {
        return new StandbySpec(lag, mode, writes, check, promote, time, rebuild, holdDown);
    }

    /** Returns this standby with a next one {@code after} each failover, but no failover within {@code hold} of the one before. */
    public StandbySpec rebuilding(Duration after, Duration hold) {
        return new StandbySpec(lag, mode, writes, check, promote, repoint, after, hold);
    }

    @Override
    public void validate(Problems problems) {
        if (check.depth() != HealthCheckSpec.Depth.SHALLOW) {
            problems.at("check")
                    .at("depth")
                    .add(
                            Flaw.CONFLICT,
                            "the check of a primary must be shallow, but was "
                                    + check.depth().name().toLowerCase(Locale.ROOT),
                            "leave 'depth' out: a query that waits for a connection is no reason to fail over");
        }
        if (rebuild == null && !holdDown.isZero()) {
            problems.at("hold-down")
                    .add(
                            Flaw.CONFLICT,
                            "a hold-down must go with 'rebuild', but without it there is no second failover to hold down",
                            "say after how long there is a standby again: rebuild: 1m");
        }
    }
}
