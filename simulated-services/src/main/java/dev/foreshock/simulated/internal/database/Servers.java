package dev.foreshock.simulated.internal.database;

import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.StandbySpec.Mode;
import dev.foreshock.simulated.PostgresPair;
import dev.foreshock.simulated.Proxies;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A primary and its streaming standby. Clients reach whoever is the primary through one proxy; what is replicated goes through another,
 * which delays it by the modelled lag.
 */
final class Servers implements AutoCloseable {
    private static final String CLIENTS = "clients";
    private static final String REPLICATION = "replication";
    private static final String STANDBY = "standby";
    private static final int CONNECTIONS_BESIDE = 20;

    /** What a database is made with: a standby must have as many as its primary had when it was copied. */
    private static final int CONNECTIONS_AT_FIRST = 100;

    private static final long FOLLOWING_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final PostgresPair pair;
    private final Postgres primary;
    private final Postgres standby;
    private final int clients;

    /** To whoever is to be promoted: opened before, as that is no time to begin with it. */
    private final Connection toStandby;

    private Servers(PostgresPair pair, Postgres primary, Postgres standby, int clients, Connection toStandby) {
        this.pair = pair;
        this.primary = primary;
        this.standby = standby;
        this.clients = clients;
        this.toStandby = toStandby;
    }

    /**
     * Starts both, and waits until one follows the other.
     *
     * @param pool how many connections clients may have
     * @param pair what runs them; where they do not start it is closed
     * @param password what whoever comes to them has to know
     */
    static Servers start(StandbySpec spec, int pool, PostgresPair pair, String password) throws IOException {
        Proxies proxies = pair.proxies();
        Postgres primary = new Postgres(pair.primary(), password);
        Postgres standby = new Postgres(pair.standby(), password);
        try {
            String most = String.valueOf(Math.max(CONNECTIONS_AT_FIRST, pool + CONNECTIONS_BESIDE));
            primary.start(Map.of("max_connections", most));
            prepare(primary);
            int replication = proxies.open(REPLICATION, primary.address());
            standby.follow(replication, STANDBY);
            standby.start(Map.of("max_connections", most));
            awaitFollowing(primary);
            if (!spec.lag().isZero()) {
                proxies.delay(REPLICATION, spec.lag());
            }
            if (spec.mode() == Mode.SYNCHRONOUS) {
                execute(primary, "alter system set synchronous_standby_names = '" + STANDBY + "'");
                execute(primary, "select pg_reload_conf()");
            }
            int clients = proxies.open(CLIENTS, primary.address());
            return new Servers(pair, primary, standby, clients, standby.connect());
        } catch (SQLException e) {
            pair.close();
            throw new IOException("PostgreSQL does not do as it is told: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    private static void prepare(Postgres primary) throws SQLException {
        execute(primary, "create table writes (run bigint, call bigint, primary key (run, call))");
    }

    private static void execute(Postgres server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitFollowing(Postgres primary) throws IOException, SQLException {
        long until = System.nanoTime() + FOLLOWING_NANOS;
        try (Connection connection = primary.connect();
                Statement statement = connection.createStatement()) {
            while (!isFollowed(statement)) {
                if (System.nanoTime() > until) {
                    throw new IOException("the standby must follow the primary, but does not");
                }
                Postgres.pause();
            }
        }
    }

    private static boolean isFollowed(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select 1 from pg_stat_replication where state = 'streaming'"
                + " and replay_lsn >= pg_current_wal_flush_lsn()")) {
            return rows.next();
        }
    }

    /** Returns the port at which clients reach whoever is the primary. */
    int clients() {
        return clients;
    }

    Postgres primary() {
        return primary;
    }

    Postgres standby() {
        return standby;
    }

    /** Makes a primary of the standby; returns when it is one. */
    void promote() throws SQLException {
        try (Statement statement = toStandby.createStatement();
                @Nullable ResultSet rows = statement.executeQuery("select pg_promote(true, 30)")) {
            if (rows == null || !rows.next() || !rows.getBoolean(1)) {
                throw new SQLException("the standby was not promoted within 30 s");
            }
        }
    }

    /** Lets clients reach the standby from now on. */
    void repoint() throws IOException {
        pair.proxies().repoint(CLIENTS, standby.address());
    }

    @Override
    public void close() {
        try {
            toStandby.close();
        } catch (SQLException e) {
            // It is gone already.
        }
        pair.close();
    }
}
