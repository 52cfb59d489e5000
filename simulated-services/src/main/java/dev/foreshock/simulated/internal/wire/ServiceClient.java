package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.people.Action;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What the conductor says to one service of the twin. Every call is bounded. Thread-safe. */
public final class ServiceClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_OF_SCRAPES = Duration.ofSeconds(1);

    private final HttpClient client;
    private final String component;
    private final String address;
    private final Token token;

    /**
     * Creates a client.
     *
     * @param client sends the requests
     * @param component the component
     * @param address where it listens, as {@code host:port}
     * @param token the token of the twin
     */
    public ServiceClient(HttpClient client, String component, String address, Token token) {
        this.client = client;
        this.component = component;
        this.address = address;
        this.token = token;
    }

    /** Returns a client of services, for as many as there are. */
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Begins a run. */
    public void begin(Begin begin) throws IOException, InterruptedException {
        post("/control/begin", begin);
    }

    /** Has something done to the component. */
    public void act(Action action) throws IOException, InterruptedException {
        post("/control/act", action);
    }

    /** Says that the time of the run is over. */
    public void freeze() throws IOException, InterruptedException {
        post("/control/freeze", "");
    }

    /**
     * Ends the run that is under way.
     *
     * @throws IllegalStateException if its part had ended before, by a bug
     */
    public PartPlayed end() throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request("/control/end", ""), HttpResponse.BodyHandlers.ofByteArray());
        String said = new String(response.body(), StandardCharsets.UTF_8).strip();
        if (response.statusCode() == 404) {
            throw new IOException(component + " plays nothing");
        } else if (response.statusCode() != 200) {
            throw new IllegalStateException(component + " cannot say what it saw: " + said);
        }
        return Json.read(response.body(), PartPlayed.class);
    }

    /** Returns what a scrape reads now; nothing if the service does not answer soon. */
    public Optional<Scrape> scrape() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/control/scrape"))
                .header(Wire.HEADER, token.text())
                .timeout(PATIENCE_OF_SCRAPES)
                .build();
        try {
            return Optional.of(Json.read(send(request), Scrape.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path, body));
    }

    private HttpRequest request(String path, Object body) {
        return HttpRequest.newBuilder(uri(path))
                .header(Wire.HEADER, token.text())
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(
                    component + " at " + address + " answered " + request.uri().getPath() + " with "
                            + response.statusCode() + ": "
                            + new String(response.body(), StandardCharsets.UTF_8).strip());
        }
        return response.body();
    }

    private URI uri(String path) {
        return URI.create("http://" + address + path);
    }
}
