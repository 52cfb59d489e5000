package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.AccessToken;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One request and its reply, on the event loop. */
final class Exchange {
    static final int BAD_REQUEST = 400;
    private static final String REQUEST_ID = "X-Toxiproxy-Request-Id";
    private static final int UNAUTHORIZED = 401;
    private static final int FOUND_ELSEWHERE = 301;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int ID_LENGTH = 20;
    private static final int ID_RADIX = 32;

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final Turns turns;
    private final Router router;
    private final EventStreams streams;
    private final long patienceMillis;
    private final Runnable whenRead;
    private final Buffer body = Buffer.buffer();

    Exchange(
            HttpServerRequest request,
            Vertx vertx,
            Turns turns,
            Router router,
            EventStreams streams,
            long patienceMillis,
            Runnable whenRead) {
        this.request = request;
        this.vertx = vertx;
        this.turns = turns;
        this.router = router;
        this.streams = streams;
        this.patienceMillis = patienceMillis;
        this.whenRead = whenRead;
    }

    /**
     * Reads the whole request, or gives up on one that is too slow. Of one that is too large the rest is read and forgotten: were
     * the connection closed while the client still sends, the system could throw away an answer that it has not read yet. The same goes
     * for one that does not show the token.
     */
    void read(Optional<AccessToken> token) {
        boolean mayCome = token.isEmpty() || token.get().isShownBy(request.getHeader(HttpHeaders.AUTHORIZATION));
        long patience =
                vertx.setTimer(patienceMillis, late -> request.connection().close());
        request.exceptionHandler(broken -> vertx.cancelTimer(patience));
        request.handler(part -> {
            if (mayCome && body.length() <= MOST_BYTES) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(complete -> {
            vertx.cancelTimer(patience);
            whenRead.run();
            if (!mayCome) {
                request.response().putHeader("WWW-Authenticate", "Bearer");
                answer(Reply.error(UNAUTHORIZED, "a request must show the token: Authorization: Bearer TOKEN"), true);
            } else if (body.length() > MOST_BYTES) {
                answer(
                        Reply.error(BAD_REQUEST, "bad request body: body must be at most " + MOST_BYTES + " bytes"),
                        true);
            } else {
                carryOut();
            }
        });
    }

    private void carryOut() {
        String path = decoded(rawPath());
        if (path == null) {
            answer(new Reply(BAD_REQUEST, Reply.Kind.TEXT, "400 Bad Request"), false)
                    .onComplete(sent -> request.connection().close());
            return;
        }
        String clean = Router.clean(path);
        if (!clean.equals(path)) {
            answer(new Reply(FOUND_ELSEWHERE, Reply.Kind.LOCATION, location(clean)), false);
            return;
        }
        Router.Call call = router.find(request.method().name(), path, body.toString(StandardCharsets.UTF_8));
        if (call == Router.NOWHERE || call == Router.NOT_ALLOWED) {
            answer(call.carryOut(), false);
        } else if (isBrowser()) {
            answer(Reply.AGENT_NOT_ALLOWED, true);
        } else if (call == Router.EVENTS) {
            request.response().putHeader(REQUEST_ID, id());
            streams.answer(request)
                    .onSuccess(this::answerUnlessStreamed)
                    .onFailure(broken -> request.connection().close());
        } else {
            turns.take(call)
                    .onSuccess(reply -> answer(reply, true))
                    .onFailure(broken -> request.connection().close());
        }
    }

    private void answerUnlessStreamed(Reply reply) {
        if (reply.kind() != Reply.Kind.STREAM) {
            answer(reply, false);
        }
    }

    /** A web page could otherwise break what it likes. */
    private boolean isBrowser() {
        String agent = request.getHeader("User-Agent");
        return agent != null && agent.startsWith("Mozilla/");
    }

    private String rawPath() {
        String uri = request.uri();
        if (!uri.startsWith("/")) {
            int authority = uri.indexOf("//");
            int slash = authority < 0 ? -1 : uri.indexOf('/', authority + 2);
            uri = slash < 0 ? "/" : uri.substring(slash);
        }
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static @Nullable String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String location(String path) {
        String query = request.query();
        try {
            return new URI(null, null, path, null).getRawPath() + (query == null ? "" : "?" + query);
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    private Future<Void> answer(Reply reply, boolean identified) {
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        if (identified) {
            response.putHeader(REQUEST_ID, id());
        }
        switch (reply.kind()) {
            case NONE, STREAM -> {}
            case JSON -> response.putHeader("Content-Type", "application/json");
            case VERSION -> response.putHeader("Content-Type", "application/json;charset=utf-8");
            case TEXT ->
                response.putHeader("Content-Type", "text/plain; charset=utf-8")
                        .putHeader("X-Content-Type-Options", "nosniff");
            case METRICS ->
                response.putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8; escaping=underscores");
            case LOCATION -> response.putHeader("Location", reply.body());
        }
        return response.end(reply.kind() == Reply.Kind.LOCATION ? "" : reply.body());
    }

    private static String id() {
        StringBuilder id = new StringBuilder();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (id.length() < ID_LENGTH) {
            id.append(Character.forDigit(random.nextInt(ID_RADIX), ID_RADIX));
        }
        return id.toString();
    }
}
