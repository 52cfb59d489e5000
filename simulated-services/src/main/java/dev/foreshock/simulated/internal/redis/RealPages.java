package dev.foreshock.simulated.internal.redis;

import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.simulated.internal.service.Backing;
import dev.foreshock.simulated.internal.service.Beside;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Death;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A real Redis that holds the pages of a modelled page cache. Closing it ends it. */
public final class RealPages implements Backing {
    private static final int CONNECTING_SECONDS = 30;
    private static final int ENDING_SECONDS = 10;

    private final String component;
    private final Server server;
    private final Connection connection;
    private final ExecutorService hands = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "foreshock-redis");
        thread.setDaemon(true);
        return thread;
    });

    private RealPages(String component, Server server, Connection connection) {
        this.component = component;
        this.server = server;
        this.connection = connection;
    }

    /** Returns why Redis cannot hold the pages of a component of {@code scenario}, with the way out; nothing if it can. */
    public static Optional<String> obstacle(Scenario scenario, String component) {
        ComponentSpec spec = scenario.system().components().get(component);
        if (spec == null) {
            return Optional.of("there is no such component");
        } else if (!(spec instanceof ServerSpec cached) || cached.pageCache() == null) {
            return Optional.of("it has no page-cache");
        } else if (cached.replicas() > 1) {
            return Optional.of("it has " + cached.replicas()
                    + " replicas with a cache each, which one Redis is not; with --set " + component
                    + ".replicas=1 it can");
        } else if (cached.calls().isEmpty()) {
            return Optional.of("it makes no calls, so it never has a page to keep");
        }
        return Optional.empty();
    }

    /**
     * Returns why there can be no Redis here, whatever the scenario; nothing if there can.
     *
     * @param directory where it is tried
     */
    public static Optional<String> obstacleHere(Path directory) {
        return Program.obstacle(directory);
    }

    /**
     * Unpacks what is started then.
     *
     * @param directory where all of it lies, for its user alone
     */
    public static void unpack(Path directory) throws IOException {
        Program.unpack(directory);
    }

    /**
     * Starts one.
     *
     * @param directory where it was unpacked
     * @throws IOException if it does not start
     */
    public static RealPages start(String component, Path directory) throws IOException, InterruptedException {
        Server server = Server.start(directory);
        RealPages pages = new RealPages(component, server, new Connection(server));
        try {
            pages.connection.connect().get(CONNECTING_SECONDS, TimeUnit.SECONDS);
            return pages;
        } catch (ExecutionException | TimeoutException e) {
            pages.close();
            throw new IOException("Redis for " + component + " must let its client in, but did not", e);
        }
    }

    /**
     * Begins a run, in which no page is there.
     *
     * @throws IllegalArgumentException if it has ended
     */
    @Override
    public PagesRun begin(Begin begin, Consumer<Consumer<ComponentPart>> post, Beside beside) {
        if (!server.isAlive()) {
            throw new IllegalArgumentException(component + " must have a Redis to keep its pages, but that has ended");
        }
        connection.ask(Request.cmd(Command.FLUSHALL), answer -> {});
        return new PagesRun("Redis " + server.version(), connection, post, this::lose);
    }

    @Override
    public List<Death> ended() {
        return server.death("Redis (with the pages of " + component + ")").stream()
                .toList();
    }

    /** Kills it and starts it again. Nobody reaches what it had before: the connection is gone first. */
    private void lose() {
        connection.drop();
        hands.execute(() -> {
            try {
                server.startAgain();
                if (!hands.isShutdown()) {
                    CompletableFuture<Void> unused = connection.connect();
                }
            } catch (IOException e) {
                System.err.println("foreshock: " + component + ": " + e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        hands.shutdownNow();
        try {
            if (!hands.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("foreshock: " + component + ": its Redis does not let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
        server.close();
    }
}
