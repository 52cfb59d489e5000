package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.load.LoadNotice;
import dev.foreshock.engine.load.LoadOrder;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.GatlingOptions;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
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
     */
    public record Starting(GatlingOptions options, ServerSocket server, Process process, Path output) {
        /**
         * Waits until it is there.
         *
         * @throws IllegalStateException if it is not, or is another version's
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
                throw new IllegalStateException("Gatling did not start; what it said is in " + output);
            } catch (IOException e) {
                throw new UncheckedIOException("Gatling cannot be heard", e);
            }
        }

        /** Ends it before it is there. */
        public void end() {
            process.destroyForcibly();
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the port for Gatling could not be closed", e);
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
     * @throws UncheckedIOException if it cannot be started
     */
    public static Starting start(GatlingOptions options) {
        try {
            Path results = Files.createDirectories(options.results());
            Path hosts = options.mark().resolve("hosts");
            Files.writeString(hosts, "127.0.0.1 localhost\n");
            Path output = results.resolve("gatling.txt");
            ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Process process = new ProcessBuilder(GatlingCommand.of(options, hosts, server.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Starting(options, server, process, output);
        } catch (IOException e) {
            throw new UncheckedIOException("Gatling could not be started", e);
        }
    }

    private static Gatling on(Starting started, Socket socket) throws IOException {
        GatlingLine line = new GatlingLine(socket);
        LoadNotice first = line.next();
        if (!(first instanceof LoadNotice.Ready ready) || ready.version() != LoadNotice.VERSION) {
            line.close();
            throw new IllegalStateException("the module load must be built with this foreshock, but says " + first
                    + " instead of version " + LoadNotice.VERSION);
        }
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
     * Begins a run: writes down who comes when, and has Gatling play it.
     *
     * @param plan the file for the plan
     * @param token the token of the twin
     * @param results the directory for what Gatling writes down
     * @throws IOException if it cannot be told
     */
    public GatlingRun begin(Scenario scenario, Token token, Begin begin, Path plan, Path results, boolean report)
            throws IOException {
        GatlingRun begun = GatlingRun.of(scenario, begin, plan, results, this);
        run = begun;
        if (trouble != null) {
            begun.lost(trouble);
        }
        order(begun.order(token, report));
        return begun;
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
