package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.load.LoadNotice;
import dev.foreshock.engine.load.LoadOrder;
import dev.foreshock.simulated.GatlingOptions;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gatling in a process of its own, from outside. It plays one run after the other, and ends when its line to this process does, whatever
 * closed that.
 */
public final class Gatling implements AutoCloseable {
    private static final int ENDING_SECONDS = 5;
    private static final int LOOK_MILLIS = 100;
    private static final int FIRST_WORD_MILLIS = 10_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final GatlingOptions options;
    private final Process process;
    private final Path output;
    private final GatlingLine line;
    private volatile @Nullable GatlingRun run;
    private volatile @Nullable String trouble;
    private volatile boolean closing;

    /**
     * A process that has been started, and may not be there yet.
     *
     * @param options how it was started
     * @param server where it is awaited
     * @param process the process
     * @param output the file of what it says
     * @param secret what it says first, and nobody else who is on the machine can
     */
    public record Starting(GatlingOptions options, ServerSocket server, Process process, Path output, Token secret) {
        /**
         * Waits until it is there.
         *
         * @throws TwinException if it is not, or is another version's
         */
        public Gatling await() {
            try (server) {
                server.setSoTimeout(LOOK_MILLIS);
                long until = System.nanoTime() + PATIENCE_NANOS;
                while (process.isAlive() && System.nanoTime() < until) {
                    try {
                        return Gatling.on(this, server.accept());
                    } catch (SocketTimeoutException e) {
                        // Not yet.
                    }
                }
                throw new TwinException("Gatling did not start; what it said is in " + output, null);
            } catch (IOException e) {
                throw new TwinException("Gatling cannot be heard", e);
            }
        }

        /** Ends it before it is there. */
        public void end() {
            process.destroyForcibly();
            try {
                server.close();
            } catch (IOException e) {
                throw new TwinException("the port for Gatling could not be closed", e);
            }
        }
    }

    private Gatling(Starting started, GatlingLine line) {
        options = started.options;
        process = started.process;
        output = started.output;
        this.line = line;
    }

    /**
     * Starts a process.
     *
     * @throws TwinException if it cannot be started
     */
    public static Starting start(GatlingOptions options) {
        try {
            Path results = Files.createDirectories(options.results());
            Path hosts = options.mark().resolve("hosts");
            Files.writeString(hosts, "127.0.0.1 localhost\n");
            Path output = results.resolve("gatling.txt");
            ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Token secret = Token.random();
            ProcessBuilder command = new ProcessBuilder(GatlingCommand.of(options, hosts, server.getLocalPort()));
            command.environment().put(LoadNotice.SECRET, secret.text());
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Starting(options, server, process, output, secret);
        } catch (IOException e) {
            throw new TwinException("Gatling could not be started", e);
        }
    }

    private static Gatling on(Starting started, Socket socket) throws IOException {
        socket.setSoTimeout(FIRST_WORD_MILLIS);
        GatlingLine line = new GatlingLine(socket);
        LoadNotice first = line.next();
        if (!(first instanceof LoadNotice.Ready ready) || !started.secret.is(ready.secret())) {
            line.close();
            throw new TwinException("Gatling must be the first to come to its port, but somebody else was", null);
        } else if (ready.version() != LoadNotice.VERSION) {
            line.close();
            throw new TwinException(
                    "the module load must be built with this foreshock, and be of version " + LoadNotice.VERSION
                            + ", but was of " + ready.version(),
                    null);
        }
        socket.setSoTimeout(0);
        Gatling gatling = new Gatling(started, line);
        Thread thread = new Thread(gatling::listen, "foreshock-gatling");
        thread.setDaemon(true);
        thread.start();
        return gatling;
    }

    private void listen() {
        try {
            for (LoadNotice notice = line.next(); notice != null; notice = line.next()) {
                GatlingRun now = run;
                if (now != null) {
                    now.heard(notice);
                }
            }
            lost("its process ended; what it said is in " + output);
        } catch (IOException | RuntimeException e) {
            lost(String.valueOf(e.getMessage()));
        }
    }

    private void lost(String why) {
        trouble = why;
        GatlingRun now = run;
        if (now != null && !closing) {
            now.lost(why);
        }
    }

    /**
     * Has Gatling prepare a run.
     *
     * @throws IOException if it cannot be told
     */
    GatlingRun prepare(GatlingRun prepared, LoadOrder.Run order) throws IOException {
        run = prepared;
        String why = trouble;
        if (why != null) {
            prepared.lost(why);
        }
        order(order);
        return prepared;
    }

    /** Returns how it was started. */
    public GatlingOptions options() {
        return options;
    }

    void order(LoadOrder order) throws IOException {
        line.order(order);
    }

    /** Ends the process. */
    @Override
    public void close() {
        closing = true;
        try {
            line.close();
            if (process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // Then the process is ended the other way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return "Gatling (process " + process.pid() + ")";
    }
}
