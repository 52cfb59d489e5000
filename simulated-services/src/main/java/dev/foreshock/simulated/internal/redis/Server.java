package dev.foreshock.simulated.internal.redis;

import dev.foreshock.simulated.internal.process.HeldProgram;
import dev.foreshock.simulated.internal.wire.Death;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One server of Redis on loopback that writes nothing to disk. It ends with this process, whatever ends that. For one thread at a time. */
final class Server implements AutoCloseable {
    private static final long STARTING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_MILLIS = 10;
    private static final int ANSWER_MILLIS = 2_000;
    private static final String VERSION = "redis_version:";

    private final Path directory;
    private final int port = HeldProgram.freePort();
    private final String password = UUID.randomUUID().toString();
    private volatile @Nullable Process keeper;
    private String version = "";

    private Server(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts one whose program was unpacked into a directory, and waits until it answers.
     *
     * @throws IOException if it does not start
     */
    static Server start(Path directory) throws IOException {
        Server server = new Server(directory.toAbsolutePath());
        try {
            server.startAgain();
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** Kills it (SIGKILL), if it runs, and starts it again at its port, with nothing in it. */
    void startAgain() throws IOException {
        close();
        Path settings = settingsFile();
        Files.deleteIfExists(settings);
        Files.createFile(settings, Program.rights("rw-------"));
        Files.writeString(settings, settings());
        keeper = HeldProgram.builder(
                        "keeper", "KILL", List.of(Program.in(directory).toString(), settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        version = awaitVersion();
        Files.delete(settings);
    }

    /** In a file, as all may read what a process is started with. What is set here is in no other way safe: whoever gets in may read files. */
    private String settings() {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + port,
                "protected-mode yes",
                "requirepass " + password,
                "databases 1",
                "maxclients 32",
                "save \"\"",
                "appendonly no",
                "dir \"" + directory + "\"",
                "daemonize no",
                // Its password is in no command, and that stays the one that it was started with.
                "set-proc-title no",
                "");
    }

    private String awaitVersion() throws IOException {
        long from = System.nanoTime();
        while (true) {
            try {
                return askVersion();
            } catch (IOException e) {
                if (System.nanoTime() - from > STARTING_NANOS || !isAlive()) {
                    throw new IOException(
                            "Redis must start, but did not (" + e.getMessage() + "): " + Files.readString(log()), e);
                }
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What it says of itself is the version that it is: the name of its file says another. */
    private String askVersion() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nINFO server\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.startsWith("-")) {
                    throw new IOException("it answers " + line);
                } else if (line.startsWith(VERSION)) {
                    return line.substring(VERSION.length());
                }
            }
            throw new IOException("it does not say its version");
        }
    }

    private Path settingsFile() {
        return directory.resolve("redis.conf");
    }

    private Path log() {
        return directory.resolve("redis.log");
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    String version() {
        return version;
    }

    /** Tells whether it runs: whoever holds it ends with it. */
    boolean isAlive() {
        Process runs = keeper;
        return runs != null && runs.isAlive();
    }

    /**
     * Returns how it ended, if it did though nobody here ended it.
     *
     * @param name what it is, for people
     */
    Optional<Death> death(String name) {
        Process runs = keeper;
        // Whoever ends it forgets it first.
        return runs != null && !runs.isAlive() && keeper == runs
                ? Optional.of(Death.of(name, runs.exitValue(), said()))
                : Optional.empty();
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return "what it said cannot be read: " + e.getMessage();
        }
    }

    /** Kills it. */
    @Override
    public void close() {
        Process runs = keeper;
        keeper = null;
        if (runs != null) {
            HeldProgram.end(runs);
        }
    }
}
