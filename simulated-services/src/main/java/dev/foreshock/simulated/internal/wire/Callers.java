package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.result.Outcome;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Sends the calls of one part as HTTP requests. How many may be under way is the part's to decide, as it keeps the modelled connections:
 * here there are as many as it takes, and those at rest are used again.
 */
public final class Callers implements Carrier {
    private static final int MOST_CONNECTIONS = 20_000;
    private static final int KEEP_ALIVE_SECONDS = 60;

    private final Context context;
    private final HttpClient client;
    private final Token token;
    private final Begin begin;
    private final BiConsumer<Long, Answer> answers;

    /** By ticket; touched by the thread of the context alone. */
    private final Map<Long, HttpClientRequest> underWay = new HashMap<>();

    private volatile boolean isClosed;

    /** Those that wait for a connection, and those of them that nobody wants any more. */
    private final Set<Long> asked = new HashSet<>();

    private final Set<Long> stopped = new HashSet<>();

    /**
     * Creates the callers of a part.
     *
     * @param token the token of the twin
     * @param begin the run
     * @param answers takes the answers, on another thread than the part's
     */
    public Callers(Vertx vertx, Token token, Begin begin, BiConsumer<Long, Answer> answers) {
        this.token = token;
        this.begin = begin;
        this.answers = answers;
        context = vertx.getOrCreateContext();
        client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setTcpNoDelay(true))
                .with(new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS))
                // Each call on it hears by itself that it broke, and drills break many: nothing to write a log of.
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
                .build();
    }

    @Override
    public void send(long ticket, Hop hop) {
        String address = begin.addressOf(hop);
        int colon = address.lastIndexOf(':');
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(address.substring(0, colon))
                .setPort(Integer.parseInt(address.substring(colon + 1)))
                .setURI(Wire.CALL)
                .putHeader(Wire.HEADER, token.text());
        Buffer body = Buffer.buffer(Json.bytes(new Call(begin.startNanos(), hop)));
        context.runOnContext(nothing -> {
            if (!isClosed) {
                asked.add(ticket);
                client.request(options)
                        .compose(request -> request(ticket, request, body))
                        .onComplete(done -> over(ticket, done.succeeded() ? done.result() : Outcomes.of(done.cause())));
            }
        });
    }

    private Future<Answer> request(long ticket, HttpClientRequest request, Buffer body) {
        asked.remove(ticket);
        if (stopped.remove(ticket)) {
            request.reset();
            return Future.succeededFuture(Answer.of(Outcome.CANCELLED));
        }
        underWay.put(ticket, request);
        return request.send(body).compose(response -> response.end().map(ended -> Outcomes.of(response)));
    }

    private void over(long ticket, Answer answer) {
        underWay.remove(ticket);
        asked.remove(ticket);
        stopped.remove(ticket);
        answers.accept(ticket, answer);
    }

    /** Closes the connection of the call. */
    @Override
    public void stop(long ticket) {
        context.runOnContext(nothing -> {
            HttpClientRequest request = underWay.get(ticket);
            if (request != null) {
                request.reset();
            } else if (asked.contains(ticket)) {
                stopped.add(ticket);
            }
        });
    }

    /** Closes all connections. */
    @Override
    public void close() {
        isClosed = true;
        client.close();
    }
}
