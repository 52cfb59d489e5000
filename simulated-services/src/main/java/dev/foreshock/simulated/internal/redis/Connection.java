package dev.foreshock.simulated.internal.redis;

import dev.foreshock.simulated.internal.wire.Loops;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to a server of Redis. What is asked goes out in the order in which it was asked, without waiting for answers; where
 * there is no connection it fails at once. One that broke is made again as soon as it can be. Thread-safe.
 */
final class Connection implements AutoCloseable {
    private static final int MOST_WAITING = 100_000;
    private static final long AGAIN_MILLIS = 20;

    private final Vertx vertx = Loops.one();
    private final Context context = vertx.getOrCreateContext();
    private final Redis redis;

    /** All of these are for the thread of the context alone. */
    private @Nullable RedisConnection open;

    private boolean isWanted;
    private boolean isConnecting;
    private CompletableFuture<Void> opened = new CompletableFuture<>();

    Connection(Server server) {
        redis = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString("redis://127.0.0.1:" + server.port())
                        .setPassword(server.password())
                        .setMaxWaitingHandlers(MOST_WAITING)
                        .setMaxPoolSize(1)
                        .setMaxPoolWaiting(1));
    }

    /** Connects, and goes on to until {@link #drop}; returns what is complete once there is a connection. */
    CompletableFuture<Void> connect() {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        context.runOnContext(nothing -> {
            isWanted = true;
            CompletableFuture<Void> unused = opened.thenRun(() -> ready.complete(null));
            tryToConnect();
        });
        return ready;
    }

    private void tryToConnect() {
        if (!isWanted || isConnecting || open != null) {
            return;
        }
        isConnecting = true;
        redis.connect()
                .onComplete(result -> context.runOnContext(nothing -> {
                    isConnecting = false;
                    if (result.failed()) {
                        vertx.setTimer(AGAIN_MILLIS, timer -> context.runOnContext(then -> tryToConnect()));
                    } else if (isWanted) {
                        opened(result.result());
                    } else {
                        result.result().close();
                    }
                }));
    }

    private void opened(RedisConnection connection) {
        open = connection;
        connection.exceptionHandler(failure -> context.runOnContext(nothing -> broke(connection)));
        connection.endHandler(end -> context.runOnContext(nothing -> broke(connection)));
        opened.complete(null);
    }

    private void broke(RedisConnection connection) {
        if (open == connection) {
            open = null;
            opened = new CompletableFuture<>();
            connection.close();
            tryToConnect();
        }
    }

    /** Closes the connection, and makes none before it is told to: what is asked from now on fails. */
    void drop() {
        context.runOnContext(nothing -> {
            isWanted = false;
            RedisConnection before = open;
            open = null;
            if (before != null) {
                opened = new CompletableFuture<>();
                before.close();
            }
        });
    }

    /**
     * Asks.
     *
     * @param then told the answer, or that there is none, by the thread of the connection
     */
    void ask(Request request, Handler<AsyncResult<@Nullable Response>> then) {
        context.runOnContext(nothing -> {
            RedisConnection connection = open;
            if (connection == null) {
                then.handle(Future.failedFuture("there is no connection to Redis"));
            } else {
                connection.send(request).onComplete(then);
            }
        });
    }

    @Override
    public void close() {
        drop();
        context.runOnContext(nothing -> {
            redis.close();
            vertx.close();
        });
    }
}
