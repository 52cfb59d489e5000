package dev.foreshock.simulated.internal.database;

import dev.foreshock.simulated.PostgresPair;
import dev.foreshock.simulated.PostgresServer;
import dev.foreshock.simulated.internal.wire.Death;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One server of PostgreSQL on loopback, as whoever asks it sees it. */
final class Postgres {
    private static final int SSL_REQUEST_LENGTH = 8;
    private static final int SSL_REQUEST = 80877103;
    private static final long STARTING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_MILLIS = 20;

    private final PostgresServer server;
    private final String password;
    private final Map<String, String> settings = new TreeMap<>();

    /** Whether it was started, and not killed since. */
    private volatile boolean isToRun;

    private volatile boolean hasEnded;

    /**
     * Creates it.
     *
     * @param server what runs it
     * @param password what whoever comes to it has to know
     */
    Postgres(PostgresServer server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Starts it and waits until it answers. */
    void start(Map<String, String> more) throws IOException {
        settings.put("unix_socket_directories", "");
        settings.put("synchronous_commit", "on");
        // The system keeps what a killed process has written; a system that dies takes all of the twin with it.
        settings.put("fsync", "off");
        // That somebody killed a child of it must not be made up for in silence, which takes a while that no model
        // knows of.
        settings.put("restart_after_crash", "off");
        settings.putAll(more);
        server.start(settings);
        isToRun = true;
        awaitReady();
    }

    /** Starts it as before, after it was killed. */
    void startAgain() throws IOException {
        server.startAgain();
        isToRun = true;
        awaitReady();
    }

    private void awaitReady() throws IOException {
        long until = System.nanoTime() + STARTING_NANOS;
        for (String why = unready(); !why.isEmpty(); why = unready()) {
            if (System.nanoTime() > until || !server.isRunning()) {
                throw new IOException("PostgreSQL must start, but did not: " + why + "\n" + server.said());
            }
            pause();
        }
    }

    static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Returns why it cannot be used yet; empty if it can. */
    private String unready() {
        try (Connection connection = connect()) {
            return connection.isValid(1) ? "" : "it does not answer";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Has it follow a primary once it is started. It finds the password in a file, as all may read what a process is started with. */
    void follow(int primary, String name) {
        settings.put(
                "primary_conninfo",
                "host=127.0.0.1 port=" + primary + " user=postgres application_name=" + name + " passfile="
                        + PostgresPair.PASSFILE);
    }

    /** Returns a connection to it. */
    Connection connect() throws SQLException {
        return connect(server.port(), "on");
    }

    /**
     * Returns a connection to it, or to whoever has its data, at another port of loopback.
     *
     * @param commits what its commits wait for, as {@code synchronous_commit} has it
     */
    Connection connect(int at, String commits) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", password);
        login.setProperty("sslmode", "disable");
        login.setProperty("gssEncMode", "disable");
        login.setProperty("connectTimeout", "2");
        login.setProperty("options", "-c synchronous_commit=" + commits);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + at + "/postgres", login);
    }

    /** Returns where it listens, as {@code host:port}. */
    String address() {
        return "127.0.0.1:" + server.port();
    }

    /**
     * Tells whether a check is answered in time: a connection of its own, and a first question, which a child of the server answers as long
     * as the server makes children.
     */
    boolean answers(Duration within) {
        int millis = (int) Math.max(1, within.toMillis());
        try (Socket socket = new Socket()) {
            long until = System.nanoTime() + within.toNanos();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), millis);
            socket.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(SSL_REQUEST_LENGTH);
            out.writeInt(SSL_REQUEST);
            out.flush();
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells whether it ended though nobody here killed it, and keeps that in mind, whatever becomes of it then. For any thread. */
    boolean hasEnded() {
        // Asked twice: in between it may have been killed.
        if (isToRun && !server.isRunning() && isToRun) {
            hasEnded = true;
        }
        return hasEnded;
    }

    /**
     * Returns how it ended, if it did though nobody here killed it. For any thread.
     *
     * @param name what it is, for people
     */
    Optional<Death> death(String name) {
        if (!hasEnded()) {
            return Optional.empty();
        }
        Integer status = server.exitStatus();
        return Optional.of(Death.of(name, status, status == null ? "" : server.said()));
    }

    /** Kills it with all its children. */
    void kill() throws IOException {
        isToRun = false;
        server.kill();
    }

    /** Stops it where it is, or has it go on. */
    void stop(boolean stops) throws IOException {
        server.stop(stops);
    }
}
