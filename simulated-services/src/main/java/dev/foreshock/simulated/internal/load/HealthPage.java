package dev.foreshock.simulated.internal.load;

import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.internal.wire.Listening;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.function.BooleanSupplier;

/** A page that says whether users can be sent: what must be well while faults are injected. */
public final class HealthPage {
    private HealthPage() {}

    /**
     * Opens the page, and returns its address.
     *
     * @throws TwinException if no port of loopback is free
     */
    public static String open(Vertx vertx, BooleanSupplier isWell) {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.response()
                        .setStatusCode(isWell.getAsBoolean() ? 200 : 503)
                        .end());
        Listening.await(server, "the page of the load");
        return "http://127.0.0.1:" + server.actualPort() + "/health";
    }
}
