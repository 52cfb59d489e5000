package dev.foreshock.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Proxies of a server that speaks Toxiproxy's API at a port of loopback, driven as any Toxiproxy is. */
public final class ToxiproxyProxies implements Proxies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FINE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final @Nullable String token;
    private final Supplier<String> listens;
    private final Runnable ends;

    /** What is on this machine is reached without whatever proxy the system has for the rest. */
    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    /**
     * Drives a server.
     *
     * @param port where its API listens
     * @param token what it demands to be told, or nothing
     * @param listens where the next proxy is to listen, as the server has it
     * @param ends ends the server
     */
    public ToxiproxyProxies(int port, @Nullable String token, Supplier<String> listens, Runnable ends) {
        this.port = port;
        this.token = token;
        this.listens = listens;
        this.ends = ends;
    }

    @Override
    public int open(String name, String upstream) throws IOException {
        ObjectNode proxy = JSON.createObjectNode()
                .put("name", name)
                .put("listen", listens.get())
                .put("upstream", upstream);
        String listen = post("", proxy).path("listen").asText();
        return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
    }

    @Override
    public void repoint(String name, String upstream) throws IOException {
        post("/" + name, JSON.createObjectNode().put("upstream", upstream));
    }

    @Override
    public void delay(String name, Duration latency) throws IOException {
        ObjectNode toxic = JSON.createObjectNode().put("type", "latency").put("stream", "downstream");
        toxic.putObject("attributes").put("latency", latency.toMillis());
        post("/" + name + "/toxics", toxic);
    }

    private JsonNode post(String path, ObjectNode body) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/proxies" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != FINE) {
                throw new IOException("the proxies must do as they are told, but answered " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        ends.run();
    }
}
