package dev.foreshock.faults.guard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a run and the control port of a server, passes every call on, and does something at one of them: before the server
 * hears of it, or before the run hears the answer. Renewals are not counted, as when they come is not up to the run.
 */
final class Tripwire implements AutoCloseable {
    private final HttpServer front;
    private final int behind;
    private final int call;
    private final boolean isBefore;
    private final Runnable springs;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch sprung = new CountDownLatch(1);

    Tripwire(int behind, int call, boolean isBefore, Runnable springs) throws IOException {
        this.behind = behind;
        this.call = call;
        this.isBefore = isBefore;
        this.springs = springs;
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(threads);
        front.createContext("/", this::pass);
        front.start();
    }

    int port() {
        return front.getAddress().getPort();
    }

    /** Returns how many calls there were. */
    int calls() {
        return calls.get();
    }

    /** Returns whether the call at which something was done has been answered by the server. */
    boolean hasSprung() {
        return sprung.getCount() == 0;
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] asked = exchange.getRequestBody().readAllBytes();
        boolean isRenewal = exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().matches("/x/leases/[^/]+");
        int number = isRenewal ? -1 : calls.getAndIncrement();
        if (number == call && isBefore) {
            springs.run();
        }
        try {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI()))
                            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(asked))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (number == call) {
                if (!isBefore) {
                    springs.run();
                }
                sprung.countDown();
            }
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
    }
}
