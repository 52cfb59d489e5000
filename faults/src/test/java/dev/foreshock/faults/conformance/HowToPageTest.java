package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about the embedded server has its readers type, typed in its order. */
class HowToPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("foreshock.root", "..")).resolve("docs/how-to/run-the-embedded-toxiproxy.md");
    /** At the start of a line, so within a block of commands. */
    private static final Pattern CURL =
            Pattern.compile("(?m)^curl (?:-d '([^']*)'|-X ([A-Z]+)|-sN) '?127\\.0\\.0\\.1:8474([^'\\s]*)'?$");

    @Test
    void everyCommandDoesWhatItIsThereFor() throws Exception {
        List<String> asked = new ArrayList<>();
        try (ServerUnderTest server = EmbeddedServer.start()) {
            Control control = new Control(server.port());
            List<MatchResult> commands =
                    CURL.matcher(Files.readString(PAGE)).results().toList();
            for (MatchResult command : commands) {
                String path = command.group(3);
                if (path.startsWith("/x/events")) {
                    assertStreams(server.port(), path);
                } else {
                    String method = command.group(2) == null ? "POST" : command.group(2);
                    // The ports of the page may be taken.
                    String body = command.group(1) == null
                            ? ""
                            : command.group(1).replace(":25432", ":0").replace("\n", " ");
                    var answer = control.send((method + " " + path + " " + body).strip());
                    assertThat(answer.statusCode())
                            .as(command.group() + ": " + answer.body())
                            .isBetween(200, 299);
                }
                asked.add(path);
            }
            assertThat(asked)
                    .contains("/proxies", "/proxies/db/toxics", "/reset", "/x/leases")
                    .anyMatch(path -> path.startsWith("/x/events?"));
            assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("curl")))
                    .as("none is left out")
                    .hasSize(commands.size());
            assertThat(control.send("GET /x/proxies/db").body()).contains("shared_bandwidth", "connect_delay");
        }
    }

    private static void assertStreams(int port, String path) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains("\"kind\":\"stream.opened\"");
        }
    }

    /** Only the names: figures are those of one afternoon. */
    @Test
    void theEventsThatThePageShowsHaveTheFieldsOfRealOnes() throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<String> shown = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("{\"seq\"") || line.startsWith("{\"kind\""))
                .toList();
        assertThat(shown).hasSize(3);
        try (ServerUnderTest server = EmbeddedServer.start();
                Upstream upstream = Upstream.echoing()) {
            Control control = new Control(server.port());
            Route route = Route.to(upstream.address(), server);
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                                            + "/x/events?kinds=toxic,connection.closed"))
                                    .build(),
                            BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                control.send("POST /proxies/p/toxics {\"type\":\"latency\"}");
                route.connect().close();
                for (String line : shown) {
                    assertThat(json.readTree(lines.readLine()).fieldNames())
                            .toIterable()
                            .containsExactlyElementsOf(() -> names(json, line));
                }
            }
        }
    }

    private static Iterator<String> names(ObjectMapper json, String line) {
        try {
            return json.readTree(line).fieldNames();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
