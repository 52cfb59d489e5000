package dev.foreshock.load.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gatling as the conductor sees it: lines of text, and requests that reach a service. */
class ConductedTest {
    @TempDir
    Path directory;

    private final ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();

    private HttpServer service() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.add(exchange.getRequestHeaders().getFirst("from") + ": " + body);
            exchange.getResponseHeaders().add("said", body.startsWith("good") ? "ok" : "shed");
            exchange.getResponseHeaders().add("took", "42");
            exchange.sendResponseHeaders(body.startsWith("good") ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void usersSendWhatTheConductorSaysAndLeaveWhenItSays() throws Exception {
        HttpServer service = service();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
            CompletableFuture<Void> process = CompletableFuture.runAsync(() -> {
                try {
                    Conducted.by(server.getLocalPort());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (Socket line = server.accept()) {
                conduct(line, "http://127.0.0.1:" + service.getAddress().getPort() + "/");
            }
            process.get(60, TimeUnit.SECONDS);
        } finally {
            service.stop(0);
        }
    }

    private void conduct(Socket line, String url) throws IOException {
        line.setSoTimeout((int) TimeUnit.SECONDS.toMillis(120));
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        assertThat(in.readLine()).isEqualTo("Ready {\"version\":1}");
        Path plan = Files.write(
                directory.resolve("plan.jsonl"),
                List.of(
                        "{\"users\":\"client\",\"session\":7,\"atNanos\":0,\"requests\":[\"\"]}",
                        "{\"users\":\"client\",\"session\":8,\"atNanos\":1000000,\"requests\":[\"\"]}"));
        say(
                line,
                "Run {\"plan\":\"" + plan + "\",\"startNanos\":" + System.nanoTime() + ",\"results\":\""
                        + directory.resolve("results") + "\",\"report\":false,\"headers\":{\"from\":\"foreshock\"},"
                        + "\"outcome\":\"said\",\"good\":\"ok\",\"inside\":\"took\",\"patienceNanos\":{\"client\":30000000000}}");
        send(line, 1, 7, url, "good #{no} expression");
        assertThat(in.readLine())
                .isEqualTo("Answered {\"ticket\":1,\"status\":200,\"outcome\":\"ok\",\"insideNanos\":42}");
        send(line, 2, 7, url, "bad");
        assertThat(in.readLine())
                .isEqualTo("Answered {\"ticket\":2,\"status\":503,\"outcome\":\"shed\",\"insideNanos\":42}");
        send(line, 3, 8, "http://127.0.0.1:1/", "to nobody");
        assertThat(in.readLine()).isEqualTo("Answered {\"ticket\":3,\"status\":0,\"outcome\":\"\",\"insideNanos\":-1}");
        say(line, "Leave {\"session\":7}");
        say(line, "End {\"atOnce\":false}");
        String over = in.readLine();
        assertThat(over)
                .startsWith("Over {\"directory\":\"" + directory.resolve("results"))
                .endsWith("\"trouble\":\"\"}");
        Path run = Path.of(over.replaceAll(".*directory\":\"([^\"]*)\".*", "$1"));
        assertThat(run.resolve("simulation.log")).isNotEmptyFile();
        assertThat(run.resolve("index.html")).doesNotExist();
        assertThat(bodies).containsExactly("foreshock: good #{no} expression", "foreshock: bad");
    }

    private static void send(Socket line, long ticket, long session, String url, String body) throws IOException {
        say(
                line,
                "Send {\"ticket\":" + ticket + ",\"session\":" + session + ",\"name\":\"client\",\"url\":\"" + url
                        + "\",\"body\":\"" + body + "\"}");
    }

    private static void say(Socket line, String text) throws IOException {
        line.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
