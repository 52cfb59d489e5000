package dev.foreshock.simulated.internal.database;

import dev.foreshock.simulated.internal.process.HeldProgram;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One server of PostgreSQL on loopback. It ends with this process, whatever ends that. */
final class Postgres implements AutoCloseable {
    private static final int SSL_REQUEST_LENGTH = 8;
    private static final int SSL_REQUEST = 80877103;
    private static final long STARTING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_MILLIS = 20;

    private final Programs programs;
    private final Path data;
    private final String password;
    private final int port;
    private final List<String> settings = new ArrayList<>();
    private @Nullable Process keeper;

    private Postgres(Programs programs, Path data, String password) {
        this.programs = programs;
        this.data = data;
        this.password = password;
        port = HeldProgram.freePort();
    }

    /**
     * Makes an empty database. It asks for a password, as whoever else is on this machine reaches its port, too, and may run programs once
     * logged in.
     *
     * @param data where it lies, in a directory that nobody else can read
     */
    static Postgres create(Programs programs, Path data) throws IOException {
        String password = UUID.randomUUID().toString();
        Path file = Files.writeString(data.resolveSibling("password"), password);
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=" + file,
                        // It is no word that anybody could guess: there is nothing to make slow.
                        "--set=scram_iterations=1",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--no-sync",
                        "--no-instructions"),
                data.resolveSibling("initdb.log"));
        Files.delete(file);
        return new Postgres(programs, data, password);
    }

    /** Makes a copy of this, which has never run, to be its standby. */
    Postgres copy(Path to) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path from : all.toList()) {
                Files.copy(from, to.resolve(data.relativize(from)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.createFile(to.resolve("standby.signal"));
        return new Postgres(programs, to, password);
    }

    /** Starts it and waits until it answers. */
    void start(Map<String, String> more) throws IOException {
        settings.addAll(List.of("-D", data.toString(), "-p", String.valueOf(port)));
        set("listen_addresses", "127.0.0.1");
        set("unix_socket_directories", "");
        set("synchronous_commit", "on");
        // The system keeps what a killed process has written; a system that dies takes all of the twin with it.
        set("fsync", "off");
        more.forEach(this::set);
        startAgain();
    }

    private void set(String name, String value) {
        settings.addAll(List.of("-c", name + "=" + value));
    }

    /** Starts it as before, after it was killed. */
    void startAgain() throws IOException {
        end();
        keeper = HeldProgram.builder("keeper", "QUIT", programs.command("postgres", settings))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        long until = System.nanoTime() + STARTING_NANOS;
        for (String why = unready(); !why.isEmpty(); why = unready()) {
            if (System.nanoTime() > until || !keeper.isAlive()) {
                throw new IOException("PostgreSQL must start, but did not: " + why + "\n" + Files.readString(log()));
            }
            pause();
        }
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
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

    /** Has it follow a primary. In a file, as all may read what a process is started with. */
    void follow(int primary, String name) throws IOException {
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primary + " user=postgres password=" + password
                        + " application_name=" + name + "'\n",
                StandardOpenOption.APPEND);
    }

    /** Returns a connection to it. */
    Connection connect() throws SQLException {
        return connect(port);
    }

    /** Returns a connection to it, or to whoever has its data, at another port of loopback. */
    Connection connect(int at) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", password);
        login.setProperty("sslmode", "disable");
        login.setProperty("gssEncMode", "disable");
        login.setProperty("connectTimeout", "2");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + at + "/postgres", login);
    }

    /** Returns where it listens, as {@code host:port}. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /**
     * Tells whether a check is answered in time: a connection of its own, and a first question, which a child of the server answers as long
     * as the server makes children.
     */
    boolean answers(Duration within) {
        int millis = (int) Math.max(1, within.toMillis());
        try (Socket socket = new Socket()) {
            long until = System.nanoTime() + within.toNanos();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
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

    /** Returns the server and its children: the children first, as they die with it, but not at once. */
    private List<ProcessHandle> processes() {
        Optional<ProcessHandle> server = server();
        List<ProcessHandle> all = new ArrayList<>();
        server.ifPresent(found -> {
            found.descendants().forEach(all::add);
            all.add(found);
        });
        return all;
    }

    private Optional<ProcessHandle> server() {
        Process runs = keeper;
        return runs == null
                ? Optional.empty()
                : runs.children()
                        .filter(child -> child.info()
                                .arguments()
                                .map(arguments -> List.of(arguments).contains(data.toString()))
                                .orElse(false))
                        .findFirst();
    }

    /** Kills it (SIGKILL), with all its children: what they had not written is gone. */
    void kill() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** Stops it where it is (SIGSTOP), or has it go on (SIGCONT). */
    void stop(boolean stops) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", stops ? "-STOP" : "-CONT"));
        processes().forEach(process -> command.add(String.valueOf(process.pid())));
        if (command.size() > 2) {
            new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    private void end() {
        Process runs = keeper;
        if (runs != null) {
            HeldProgram.end(runs);
        }
    }

    @Override
    public void close() {
        end();
    }
}
