package dev.foreshock.simulated.internal.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A page that says whether users can be sent: what must be well while faults are injected. */
public final class HealthPage {
    private static final int OPENING_SECONDS = 10;

    private HealthPage() {}

    /**
     * Opens the page, and returns its address.
     *
     * @throws IllegalStateException if no port of loopback is free
     */
    public static String open(Vertx vertx, BooleanSupplier isWell) {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.response()
                        .setStatusCode(isWell.getAsBoolean() ? 200 : 503)
                        .end());
        try {
            server.listen().await(OPENING_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the page of the load did not open", e);
        }
        return "http://127.0.0.1:" + server.actualPort() + "/health";
    }
}
