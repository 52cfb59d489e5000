package dev.foreshock.simulated.internal.load;

import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.simulated.internal.wire.ServiceClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scrapes all services again and again for those who watch, at least twice as often as the quickest monitor looks, so that what it looks
 * at is never much older than that. Each service for itself: one that does not answer holds up no other. Nobody scrapes where nobody
 * watches.
 */
public final class Scrapes implements AutoCloseable {
    private static final long QUICKEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "foreshock-scrapes");
        thread.setDaemon(true);
        return thread;
    });

    Scrapes() {}

    /** Begins to scrape. */
    public static Scrapes begin(Scenario scenario, Map<String, ServiceClient> services, Load load) {
        Scrapes scrapes = new Scrapes();
        long everyNanos = scenario.monitors().values().stream()
                .filter(MonitorSpec::enabled)
                .map(MonitorSpec::every)
                .mapToLong(Duration::toNanos)
                .min()
                .orElse(0);
        if (everyNanos > 0) {
            long rest = Math.max(QUICKEST_NANOS, everyNanos / 2);
            services.forEach(
                    (name, service) -> scrapes.repeat(service::scrape, each -> load.observe(name, each), rest));
        }
        return scrapes;
    }

    /**
     * Asks now and again.
     *
     * @param source answers soon, or says after its own patience that it does not
     * @param restNanos how long after an answer the next question comes
     */
    void repeat(
            Supplier<CompletableFuture<Optional<Scrape>>> source, Consumer<@Nullable Scrape> observer, long restNanos) {
        CompletableFuture<Void> unused = source.get().thenAccept(scrape -> {
            observer.accept(scrape.orElse(null));
            try {
                ScheduledFuture<?> unusedNext =
                        clock.schedule(() -> repeat(source, observer, restNanos), restNanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // It was closed.
            }
        });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
