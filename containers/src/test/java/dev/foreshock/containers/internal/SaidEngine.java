package dev.foreshock.containers.internal;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

/** What an engine says on its socket, and what it is asked: engines differ, and only one is here at most. */
final class SaidEngine implements AutoCloseable {
    private final HttpServer server;
    private final DockerClient client;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /**
     * What it answers.
     *
     * @param status the status
     * @param body JSON, or nothing
     */
    record Said(int status, String body) {}

    /**
     * Starts one.
     *
     * @param says what it answers to the last word of a path, such as {@code kill}
     */
    SaidEngine(Function<String, Said> says) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, says));
        server.start();
        URI here = URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
        client = DockerClientImpl.getInstance(
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost(here.toString())
                        .withDockerTlsVerify(false)
                        .build(),
                new ZerodepDockerHttpClient.Builder().dockerHost(here).build());
    }

    private void answer(HttpExchange exchange, Function<String, Said> says) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String word = path.substring(path.lastIndexOf('/') + 1);
        asked.add(word);
        Said said = says.apply(word);
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    DockerClient client() {
        return client;
    }

    /** Returns what it was asked so far, each by the last word of its path. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop(0);
    }
}
