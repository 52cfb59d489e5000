package dev.foreshock.junit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Something that a service calls: answers every request with nothing. */
final class Dependency implements AutoCloseable {
    private final HttpServer http;

    private Dependency(HttpServer http) {
        this.http = http;
    }

    static Dependency start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        http.start();
        return new Dependency(http);
    }

    String address() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    /** Tells whether a call by a proxy is answered, on a connection of its own. */
    static boolean isAnswered(String address) {
        return isAnswered(address, Duration.ofSeconds(20));
    }

    static boolean isAnswered(String address, Duration patience) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address))
                .timeout(patience)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
