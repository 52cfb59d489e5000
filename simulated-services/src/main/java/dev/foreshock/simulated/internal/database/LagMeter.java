package dev.foreshock.simulated.internal.database;

import dev.foreshock.simulated.HopCost;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/**
 * How much further behind an asynchronous standby is than it is modelled to be, by the primary's own measure: the time from what it has written to
 * hearing that the standby has written it ({@code write_lag} of {@code pg_stat_replication}), the way back included.
 */
final class LagMeter implements AutoCloseable {
    private static final long EVERY_NANOS = 50_000_000;
    private static final String ASKS = "select write_lsn::text, extract(epoch from write_lag)::float8"
            + " from pg_stat_replication where write_lag is not null";

    private final Postgres primary;
    private final Heard heard;
    private final Thread thread = new Thread(this::look, "foreshock-lag");
    private volatile boolean closed;

    private LagMeter(Postgres primary, long modelledNanos) {
        this.primary = primary;
        heard = new Heard(modelledNanos);
        thread.setDaemon(true);
    }

    /**
     * Begins to measure.
     *
     * @param primary who has a standby
     * @param modelledNanos how far that is modelled to be behind
     */
    static LagMeter start(Postgres primary, long modelledNanos) {
        LagMeter meter = new LagMeter(primary, modelledNanos);
        meter.thread.start();
        return meter;
    }

    private void look() {
        try (Connection connection = primary.connect();
                Statement statement = connection.createStatement()) {
            while (!closed) {
                ask(statement);
                LockSupport.parkNanos(this, EVERY_NANOS);
            }
        } catch (SQLException e) {
            // A primary that is gone tells nothing more; what it told counts.
        }
    }

    private void ask(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(ASKS)) {
            if (rows.next()) {
                heard.of(rows.getString(1), rows.getDouble(2));
            }
        }
    }

    /** Returns how much further behind the standby is than modelled. */
    HopCost beyond() {
        return heard.beyond();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** What the primary has heard of its standby. */
    static final class Heard {
        private static final double NANOS_PER_SECOND = 1e9;

        private final long modelledNanos;
        private HopCost beyond = HopCost.NONE;
        private String seen = "";

        Heard(long modelledNanos) {
            this.modelledNanos = modelledNanos;
        }

        /**
         * The standby has written up to a place of what is replicated.
         *
         * @param place what was heard of it before is not counted twice
         * @param seconds how long after the primary had written that itself
         */
        synchronized void of(String place, double seconds) {
            if (!place.equals(seen)) {
                seen = place;
                beyond = beyond.with(seconds * NANOS_PER_SECOND - modelledNanos);
            }
        }

        synchronized HopCost beyond() {
            return beyond;
        }
    }
}
