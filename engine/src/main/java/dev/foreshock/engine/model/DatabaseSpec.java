package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.internal.parts.Database;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A database: a pool of connections, each running one query at a time. Queries wait for a connection, first come, first
 * served.
 *
 * @param pool the connections
 * @param query the time a query takes once it has a connection
 * @param poolWait how long a query waits for a connection before it fails, or null for any time
 * @param standby the database that takes its place when it fails, or null for none
 */
@Doc("A pool of connections, each running one query at a time.")
public record DatabaseSpec(
        @Relief(to = Relief.To.MOST, by = Influence.LIMIT, without = "There is a connection for every query.")
        @Doc("The connections.")
        @Scales(serves = true)
        @Range(min = 1, max = 1_000_000)
        int pool,

        @Doc("The time a query takes once it has a connection.")
        TimeLaw query,

        @Relief(
                to = Relief.To.NOTHING,
                by = Influence.LIMIT,
                without = "A query waits for a connection as long as it takes.")
        @Doc("How long a query waits for a connection before it fails; any time, if left out.")
        @Range(min = 1e-9)
        @Nullable
        Duration poolWait,

        @Doc("The database that takes its place when it fails; none, if left out.") @Nullable
        StandbySpec standby)
        implements ComponentSpec {
    /** Creates a database without a standby. */
    public DatabaseSpec(int pool, TimeLaw query, @Nullable Duration poolWait) {
        this(pool, query, poolWait, null);
    }

    /** Returns a database whose queries wait any time for a connection. */
    public static DatabaseSpec of(int pool, TimeLaw query) {
        return new DatabaseSpec(pool, query, null);
    }

    /** Returns this database with a standby, or without one. */
    public DatabaseSpec with(@Nullable StandbySpec other) {
        return new DatabaseSpec(pool, query, poolWait, other);
    }

    @Override
    public Component build(Workbench workbench) {
        return new Database(this, workbench);
    }

    @Override
    public boolean suffers(ComponentEffect effect) {
        return true;
    }

    @Override
    public boolean failsOver() {
        return standby != null;
    }

    @Override
    public boolean understands(Action action) {
        return (action instanceof Action.Resize resize && resize.setting().equals(Database.CHANGEABLE))
                || (action instanceof Action.Assign change
                        && change.unit() == Action.Assign.Unit.COUNT
                        && change.setting().equals(Database.CHANGEABLE));
    }

    @Override
    public Sizing sizing() {
        return new Sizing() {
            @Override
            public double slots() {
                return pool;
            }

            @Override
            public Duration work() {
                return query.mean();
            }

            @Override
            public boolean sheds() {
                return poolWait != null;
            }

            @Override
            public String wayToShed() {
                return "set 'pool-wait'";
            }
        };
    }
}
