package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.Reading;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Call;
import dev.foreshock.simulated.internal.wire.Json;
import dev.foreshock.simulated.internal.wire.Listening;
import dev.foreshock.simulated.internal.wire.Loops;
import dev.foreshock.simulated.internal.wire.Outcomes;
import dev.foreshock.simulated.internal.wire.Token;
import dev.foreshock.simulated.internal.wire.Wire;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A component of the twin behind a port of loopback. It answers {@code /call}, {@code /health} and {@code /metrics}; {@code /control/…}
 * is the conductor's. Between runs it refuses calls.
 */
public final class Service implements AutoCloseable {
    private static final long CLOCKS_APART_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int CLOSING_SECONDS = 10;
    private static final int MOST_LENGTH_DIGITS = 7;

    private final String component;
    private final Scenario scenario;
    private final Token token;
    private final @Nullable Backing backing;
    private final Vertx vertx = Loops.one();
    private final Waiting waiting = new Waiting();
    private final HttpServer server;
    private volatile @Nullable Playing playing;

    private Service(String component, Scenario scenario, Token token, int port, @Nullable Backing backing) {
        this.component = component;
        this.scenario = scenario;
        this.token = token;
        this.backing = backing;
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setTcpNoDelay(true)
                        // A connection carries one call at a time, as modelled ones do.
                        .setHttp2ClearTextEnabled(false)
                        .setAcceptBacklog(1024))
                .requestHandler(this::handle)
                // Who waits on it hears by itself that it broke.
                .connectionHandler(connection -> connection.exceptionHandler(failure -> {}));
    }

    /**
     * Starts a service.
     *
     * @param token the token of the twin
     * @param port its port, 0 for any that is free
     * @throws TwinException if it cannot listen there
     */
    public static Service start(String component, Scenario scenario, Token token, int port) {
        return start(component, scenario, token, port, null);
    }

    /**
     * Starts a service.
     *
     * @param token the token of the twin
     * @param port its port, 0 for any that is free
     * @param backing what really keeps something for it, to be closed with it; null where the model keeps everything
     * @throws TwinException if it cannot listen there
     */
    public static Service start(String component, Scenario scenario, Token token, int port, @Nullable Backing backing) {
        Service service = new Service(component, scenario, token, port, backing);
        try {
            Listening.await(service.server, component + ", on port " + port + ",");
            return service;
        } catch (TwinException e) {
            service.vertx.close();
            throw e;
        }
    }

    /** Returns its port. */
    public int port() {
        return server.actualPort();
    }

    /** Whoever is on the machine may ask whether it is well, and nothing else. */
    private void handle(HttpServerRequest request) {
        if (!"/health".equals(request.path()) && !isOfTwin(request)) {
            request.response()
                    .setStatusCode(403)
                    .putHeader("connection", "close")
                    .end("only the twin itself is answered here\n");
            return;
        }
        switch (request.path() == null ? "" : request.path()) {
            case Wire.CALL -> withBody(request, body -> call(request, body));
            case "/health" -> health(request);
            case "/metrics" ->
                say(request, "text/plain; version=0.0.4", ask(part -> Metrics.of(component, part.scrape())));
            case "/control/begin" ->
                control(request, body -> {
                    begin(Json.read(body, Begin.class));
                    request.response().end("begins\n");
                });
            case "/control/scrape" -> say(request, "application/json", ask(part -> json(part.scrape())));
            case "/control/act" ->
                control(request, body -> {
                    Action action = Json.read(body, Action.class);
                    say(request, "text/plain", ask(part -> {
                        part.act(action);
                        return Buffer.buffer("done\n");
                    }));
                });
            case "/control/freeze" ->
                control(request, body -> {
                    Playing now = playing;
                    if (now != null) {
                        now.freeze();
                    }
                    request.response().end("frozen\n");
                });
            case "/control/end" ->
                control(request, body -> {
                    if (playing == null) {
                        request.response().setStatusCode(404).end("no run is under way\n");
                    } else {
                        say(request, "application/json", end());
                    }
                });
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static Buffer json(Object value) {
        return Buffer.buffer(Json.bytes(value));
    }

    private void control(HttpServerRequest request, Consumer<byte[]> then) {
        withBody(request, then);
    }

    /** Only processes of the twin know its token; and no page of a browser comes by the name of the host. */
    private boolean isOfTwin(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return token.is(request.getHeader(Wire.HEADER))
                && authority != null
                && authority.host().equals(Wire.HOST);
    }

    private static void withBody(HttpServerRequest request, Consumer<byte[]> then) {
        String length = request.getHeader("content-length");
        if (!HttpMethod.POST.equals(request.method())) {
            request.response().setStatusCode(405).end("what is told is posted\n");
            return;
        } else if (length == null || length.length() > MOST_LENGTH_DIGITS) {
            request.response().setStatusCode(413).end("a body must be of less than 10 MB\n");
            return;
        }
        request.body().onSuccess(body -> {
            try {
                then.accept(body.getBytes());
            } catch (IllegalArgumentException e) {
                request.response().setStatusCode(400).end(e.getMessage() + "\n");
            } catch (RuntimeException e) {
                // Whoever asked must not wait for ever.
                request.response().setStatusCode(500).end(e + "\n");
            }
        });
    }

    private void call(HttpServerRequest request, byte[] body) {
        Call call = Json.read(body, Call.class);
        Playing now = playing;
        if (now == null || !now.is(call.run())) {
            Outcomes.refuse(request);
            return;
        }
        Hop hop = mine(call.hop());
        if (!hop.to().equals(component)) {
            Outcomes.refuse(request);
            return;
        }
        long ticket = waiting.add(request, context(), hop.key(), gone -> {
            if (hop.stops()) {
                now.pace().post(part -> part.stop(gone));
            }
        });
        now.pace().post(part -> {
            waiting.arrives(ticket);
            part.arrive(ticket, hop);
        });
    }

    /** What a balancer that is none of ours passes on is still addressed to it. */
    private Hop mine(Hop hop) {
        boolean isPassedOn = scenario.system().components().get(hop.to()) instanceof BalancerSpec balancer
                && balancer.weights().containsKey(component);
        return isPassedOn ? hop.to(component) : hop;
    }

    private Context context() {
        return vertx.getOrCreateContext();
    }

    /** Between runs it is not well, and that is no mistake of whoever asks. Before time 0 of one it is, as nothing has happened to it yet. */
    private void health(HttpServerRequest request) {
        Playing now = playing;
        if (now == null) {
            request.response().setStatusCode(503).end("no run is under way\n");
        } else if (!now.hasBegun()) {
            // A part says nothing before its time, and whoever checks would not wait for that.
            request.response().end("up\n");
        } else {
            say(
                    request,
                    "text/plain",
                    ask(part -> health(request, part.scrape().own().get(component))));
        }
    }

    private static Buffer health(HttpServerRequest request, @Nullable Reading reading) {
        boolean isUp = reading != null && reading.up() > 0;
        request.response().setStatusCode(isUp ? 200 : 503);
        return Buffer.buffer(isUp ? "up\n" : "down\n");
    }

    private CompletableFuture<Buffer> ask(Function<ComponentPart, Buffer> question) {
        Playing now = playing;
        return now == null
                ? CompletableFuture.failedFuture(new IllegalStateException("no run is under way"))
                : now.pace().ask(question);
    }

    /**
     * Begins a run, in place of one that is under way.
     *
     * @throws IllegalArgumentException if whoever sent it has another clock
     */
    public void begin(Begin begin) {
        long apart = Math.abs(System.nanoTime() - begin.sentNanos());
        if (apart > CLOCKS_APART_NANOS) {
            throw new IllegalArgumentException(
                    "the clocks of all processes must be one, but were " + apart + " ns apart");
        }
        Playing before = playing;
        playing = null;
        if (before != null) {
            before.close();
            waiting.answerAll(Outcome.RESET);
        }
        playing = new Playing(component, scenario, token, begin, vertx, waiting, backing);
    }

    private CompletableFuture<Buffer> end() {
        Playing now = playing;
        playing = null;
        if (now == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("no run is under way"));
        }
        return now.end().thenApply(played -> {
            waiting.answerAll(Outcome.RESET);
            return json(played);
        });
    }

    private void say(HttpServerRequest request, String type, CompletableFuture<Buffer> answer) {
        Context context = context();
        CompletableFuture<Void> unused = answer.handle((said, failure) -> {
            context.runOnContext(nothing -> {
                if (failure == null) {
                    request.response().putHeader("content-type", type).end(said);
                } else {
                    System.err.println("foreshock: " + component + ": " + failure);
                    request.response().setStatusCode(503).end(failure.getMessage() + "\n");
                }
            });
            return null;
        });
    }

    @Override
    public void close() {
        Playing now = playing;
        playing = null;
        if (now != null) {
            now.close();
        }
        if (backing != null) {
            backing.close();
        }
        try {
            server.close().await(CLOSING_SECONDS, TimeUnit.SECONDS);
            vertx.close().await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(component + " must close, but did not within " + CLOSING_SECONDS + " s", e);
        }
    }
}
