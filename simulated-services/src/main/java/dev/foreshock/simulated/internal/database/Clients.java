package dev.foreshock.simulated.internal.database;

import dev.foreshock.engine.result.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Clients of the primary: each query on a connection of its own while it runs; those that are idle are used again. */
final class Clients implements AutoCloseable {
    private final Postgres login;
    private final int port;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Connection> idleOfPrimaryAlone = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads;

    /**
     * Creates clients.
     *
     * @param login the server whose password they have
     * @param port where they reach whoever is the primary
     * @param pool how many of them there are
     */
    Clients(Postgres login, int port, int pool) {
        this.login = login;
        this.port = port;
        threads = Executors.newFixedThreadPool(pool, work -> {
            Thread thread = new Thread(work, "foreshock-client");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Writes a row, or reads nothing, soon.
     *
     * @param then told what came of it: a write is {@link Outcome#OK} once its commit was acknowledged
     */
    void carryOut(long run, long key, boolean writes, Consumer<Outcome> then) {
        threads.execute(() -> then.accept(carryOut(run, key, writes, idle, "on")));
    }

    /** Like {@link #carryOut}, but a commit waits for the primary alone, whatever the database does otherwise. */
    void carryOutAtPrimary(long run, long key, boolean writes, Consumer<Outcome> then) {
        threads.execute(() -> then.accept(carryOut(run, key, writes, idleOfPrimaryAlone, "local")));
    }

    private Outcome carryOut(
            long run, long key, boolean writes, ConcurrentLinkedDeque<Connection> among, String commits) {
        Connection connection = among.pollFirst();
        try {
            if (connection == null) {
                connection = login.connect(port, commits);
            }
        } catch (SQLException e) {
            return Outcome.REFUSED;
        }
        try {
            execute(connection, run, key, writes);
            among.addFirst(connection);
            return Outcome.OK;
        } catch (SQLException e) {
            close(connection);
            return Outcome.RESET;
        }
    }

    private static void execute(Connection connection, long run, long key, boolean writes) throws SQLException {
        String sql = writes ? "insert into writes (run, call) values (?, ?)" : "select 1 where ? <> ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run);
            statement.setLong(2, key);
            statement.execute();
        }
    }

    /** Closes all connections that are idle, as they lead to whoever is no primary any more. */
    void forget() {
        forget(idle);
        forget(idleOfPrimaryAlone);
    }

    private static void forget(ConcurrentLinkedDeque<Connection> connections) {
        for (Connection each = connections.pollFirst(); each != null; each = connections.pollFirst()) {
            close(each);
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It is gone already.
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        forget();
    }
}
