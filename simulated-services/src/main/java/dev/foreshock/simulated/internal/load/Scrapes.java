package dev.foreshock.simulated.internal.load;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.simulated.internal.wire.ServiceClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Scrapes all services again and again for those who watch, at least twice as often as the quickest monitor looks, so that what it looks
 * at is never much older than that. Nobody scrapes where nobody watches.
 */
public final class Scrapes implements AutoCloseable {
    private static final long QUICKEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final CountDownLatch closed = new CountDownLatch(1);

    private Scrapes() {}

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
            Thread thread = new Thread(() -> scrapes.run(services, load, rest), "foreshock-scrapes");
            thread.setDaemon(true);
            thread.start();
        }
        return scrapes;
    }

    private void run(Map<String, ServiceClient> services, Load load, long restNanos) {
        try {
            do {
                for (Map.Entry<String, ServiceClient> service : services.entrySet()) {
                    load.observe(service.getKey(), service.getValue().scrape().orElse(null));
                }
            } while (!closed.await(restNanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
