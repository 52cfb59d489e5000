package dev.foreshock.cli.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.faults.AccessToken;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.simulated.Proxies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** The embedded Toxiproxy as the proxies of a service of the twin, driven as any Toxiproxy is. */
public final class EmbeddedProxies implements Proxies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FINE = 2;
    private static final int TOKEN_BYTES = 16;

    private final EmbeddedToxiproxy server;
    private final AccessToken token;
    private final HttpClient http = HttpClient.newHttpClient();

    private EmbeddedProxies(EmbeddedToxiproxy server, AccessToken token) {
        this.server = server;
        this.token = token;
    }

    /** Starts one. */
    public static final class Starter implements Source {
        /** Created as a service. */
        public Starter() {}

        @Override
        public Proxies start() {
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            AccessToken token = AccessToken.of(HexFormat.of().formatHex(random));
            return new EmbeddedProxies(
                    EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(0).onPort(0).withToken(token)), token);
        }
    }

    @Override
    public int open(String name, String upstream) throws IOException {
        ObjectNode proxy = JSON.createObjectNode()
                .put("name", name)
                .put("listen", "127.0.0.1:0")
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
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/proxies" + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token.text())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
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
        server.close();
    }
}
