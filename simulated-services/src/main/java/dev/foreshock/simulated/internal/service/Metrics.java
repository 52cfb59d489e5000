package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.live.Reading;
import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.live.Seen;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a component says of itself, in the text format of Prometheus. */
final class Metrics {
    private Metrics() {}

    static Buffer of(String component, Scrape scrape) {
        StringBuilder text = new StringBuilder();
        @Nullable Reading own = scrape.own().get(component);
        if (own != null) {
            gauge(text, "foreshock_up", component, own.up());
            gauge(text, "foreshock_in_flight", component, own.holding());
            if (own.hasWorkers()) {
                counter(text, "foreshock_worker_busy_seconds_total", component, own.busyNanos() / 1e9);
                counter(text, "foreshock_worker_seconds_total", component, own.workerNanos() / 1e9);
            }
        }
        for (Map.Entry<String, Seen> seen : scrape.seen().entrySet()) {
            if (seen.getValue().sent() > 0) {
                counter(text, "foreshock_calls_sent_total", seen.getKey(), (double)
                        seen.getValue().sent());
                counter(text, "foreshock_calls_over_total", seen.getKey(), (double)
                        seen.getValue().over());
                counter(text, "foreshock_calls_good_total", seen.getKey(), (double)
                        seen.getValue().good());
            }
        }
        return Buffer.buffer(text.toString());
    }

    private static void gauge(StringBuilder text, String name, String component, double value) {
        sample(text, name, "gauge", component, value);
    }

    private static void counter(StringBuilder text, String name, String component, double value) {
        sample(text, name, "counter", component, value);
    }

    private static void sample(StringBuilder text, String name, String type, String component, double value) {
        String typed = "# TYPE " + name + " " + type + "\n";
        if (text.indexOf(typed) < 0) {
            text.append(typed);
        }
        text.append(name)
                .append("{component=\"")
                .append(component)
                .append("\"} ")
                .append(value)
                .append('\n');
    }
}
