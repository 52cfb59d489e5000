package dev.foreshock.simulated.internal.wire;

import dev.foreshock.simulated.TwinException;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has a server listen on loopback. */
public final class Listening {
    private static final int PATIENCE_SECONDS = 10;

    private Listening() {}

    /**
     * Returns when {@code server} listens.
     *
     * @param who whose server it is, for people
     * @throws TwinException if it cannot
     */
    public static void await(HttpServer server, String who) {
        try {
            // Not by the await of Vert.x: that throws what a compiler does not know of.
            server.listen().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw refused(who, cause == null ? "by a bug" : String.valueOf(cause.getMessage()), e);
        } catch (TimeoutException e) {
            throw refused(who, "nothing for " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(who, "interrupted", e);
        }
    }

    private static TwinException refused(String who, String why, Exception cause) {
        return new TwinException(
                who + " must listen on loopback, but could not (" + why
                        + "); end what listens there or holds many connections, and try again",
                cause);
    }
}
