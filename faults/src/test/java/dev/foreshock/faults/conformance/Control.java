package dev.foreshock.faults.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests to a server under test, written as {@code [Header: value] METHOD /path body}. */
final class Control {
    private static final Pattern REQUEST = Pattern.compile("(?:\\[([^:]+): ([^]]+)] )?([A-Z]+) (\\S+)(?: (.*))?");
    private static final Pattern LONG = Pattern.compile("<(\\d+) bytes>");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final int port;

    Control(int port) {
        this.port = port;
    }

    HttpResponse<String> send(String written) {
        Matcher request = REQUEST.matcher(written);
        if (!request.matches()) {
            throw new IllegalArgumentException("a request must read METHOD /path body, but was " + written);
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + request.group(4)))
                .timeout(PATIENCE)
                .method(request.group(3), BodyPublishers.ofString(body(request.group(5))));
        if (request.group(1) != null) {
            builder.setHeader(request.group(1), request.group(2));
        }
        try {
            return client.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(written, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String body(String written) {
        if (written == null) {
            return "";
        }
        Matcher length = LONG.matcher(written);
        return length.matches() ? " ".repeat(Integer.parseInt(length.group(1))) : written;
    }

    /** Takes every proxy away. */
    void clear() {
        try {
            new ObjectMapper()
                    .readTree(send("GET /proxies").body())
                    .fieldNames()
                    .forEachRemaining(name -> send("DELETE /proxies/"
                            + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
