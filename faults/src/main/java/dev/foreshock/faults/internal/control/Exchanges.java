package dev.foreshock.faults.internal.control;

import dev.foreshock.faults.AccessToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests to one server, each of which ends in time and with a body of bounded size. Thread-safe. */
public final class Exchanges {
    private static final int MOST_BYTES = 4 << 20;

    private final HttpClient client;
    private final String base;
    private final Duration patience;
    private final Optional<AccessToken> token;

    /**
     * Creates them. Nothing is sent.
     *
     * @param token what the server demands, if anything
     */
    public Exchanges(String host, int port, Duration patience, Optional<AccessToken> token) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        // What a system property says about the way to the web must not lead control calls there.
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(patience)
                        .build(),
                "http://" + (host.contains(":") ? '[' + host + ']' : host) + ':' + port,
                patience,
                token);
    }

    private Exchanges(HttpClient client, String base, Duration patience, Optional<AccessToken> token) {
        this.client = client;
        this.base = base;
        this.patience = patience;
        this.token = token;
    }

    /** Returns requests to the same server that end within {@code other}. */
    public Exchanges within(Duration other) {
        return new Exchanges(client, base, other, token);
    }

    /** Returns {@code name} as one segment of a path. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Sends a request and returns the whole answer.
     *
     * @throws Unsent if nothing was sent
     * @throws Unanswered if there was no whole answer in time
     */
    public Answer send(String method, String path, String body) throws Unsent, Unanswered {
        HttpRequest request = request(method, path, body);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        // The timeout of a request ends with its headers: a body that drips needs a limit around all of it.
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                request, BodyHandlers.ofByteArrayConsumer(bytes -> bytes.ifPresent(more -> keep(received, more))));
        try {
            int status = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS).statusCode();
            return new Answer(status, received.toString(StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unanswered("not within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted");
        }
    }

    private HttpRequest request(String method, String path, String body) throws Unsent {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(patience)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.text()));
            return request.build();
        } catch (IllegalArgumentException e) { // such as a host with an underscore
            throw new Unsent(String.valueOf(e.getMessage()));
        }
    }

    private static Unanswered failure(Throwable cause) throws Unsent {
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException) {
            throw new Unsent(text(cause));
        }
        return new Unanswered(text(cause));
    }

    private static String text(Throwable cause) {
        Throwable told = cause;
        while (told.getMessage() == null && told.getCause() != null) {
            told = told.getCause();
        }
        if (told instanceof UnresolvedAddressException) {
            return "no such host";
        }
        return told.getMessage() != null
                ? told.getMessage()
                : cause instanceof ConnectException
                        ? "connection refused"
                        : cause.getClass().getSimpleName();
    }

    private static void keep(ByteArrayOutputStream received, byte[] more) {
        if (received.size() + more.length > MOST_BYTES) {
            throw new UncheckedIOException(new IOException("more than " + MOST_BYTES + " bytes"));
        }
        received.writeBytes(more);
    }

    /**
     * An answer.
     *
     * @param status the status of HTTP
     * @param body all of its body
     */
    public record Answer(int status, String body) {
        /** Tells whether the server did what it was asked for. */
        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** Thrown when nothing was sent. */
    public static final class Unsent extends Exception {
        private static final long serialVersionUID = 1;

        Unsent(String message) {
            super(message);
        }
    }

    /** Thrown when there was no whole answer. */
    public static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1;

        Unanswered(String message) {
            super(message);
        }
    }
}
