package dev.foreshock.faults.inject;

import dev.foreshock.engine.targets.ProbeTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at a real system. What cannot be read is not well. */
final class Probes implements AutoCloseable {
    private final Map<String, ProbeTarget> probes;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Probes(Map<String, ProbeTarget> probes) {
        this.probes = probes;
    }

    /** Asks each once; returns what is not well. */
    Optional<String> unwell() {
        for (Map.Entry<String, ProbeTarget> probe : probes.entrySet()) {
            Optional<String> problem = ask(probe.getKey(), probe.getValue());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** Asks each again and again. */
    void watch() {
        probes.forEach((name, probe) -> {
            Thread thread = new Thread(() -> watch(name, probe), "foreshock-probe-" + name);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void watch(String name, ProbeTarget probe) {
        try {
            while (!closed.await(probe.every().toNanos(), TimeUnit.NANOSECONDS)) {
                ask(name, probe).ifPresent(failures::add);
            }
        } catch (InterruptedException e) {
            failures.add("probe '" + name + "' was interrupted");
        }
    }

    /** Returns the first that was not well since they are watched. */
    Optional<String> failure() {
        return Optional.ofNullable(failures.peek());
    }

    private Optional<String> ask(String name, ProbeTarget probe) {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(URI.create(probe.get())).build();
        } catch (IllegalArgumentException e) { // such as a host with an underscore
            return Optional.of("probe '" + name + "' cannot be asked: " + e.getMessage());
        }
        CompletableFuture<Integer> answer =
                client.sendAsync(request, BodyHandlers.discarding()).thenApply(response -> response.statusCode());
        String problem;
        try {
            int status = answer.get(probe.within().toNanos(), TimeUnit.NANOSECONDS);
            if (status == probe.status()) {
                return Optional.empty();
            }
            problem = "answered with " + status + ", not " + probe.status();
        } catch (TimeoutException e) {
            answer.cancel(true);
            problem = "did not answer within " + probe.within().toMillis() + " ms";
        } catch (ExecutionException e) {
            problem = "could not be read: " + (e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = "was interrupted";
        }
        return Optional.of("probe '" + name + "' " + problem);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
