package dev.foreshock.faults.internal.toxiproxy.metrics;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** Bytes per proxy and direction, added once when a connection is over, and their text for Prometheus. Thread-safe. */
public final class Traffic {
    private static final int RECEIVED = 0;
    private static final int SENT = 1;

    private final Map<Labels, AtomicLongArray> counters = new ConcurrentSkipListMap<>();

    /** Creates counters at nothing. */
    public Traffic() {}

    /**
     * What bytes are counted by.
     *
     * @param direction upstream or downstream
     * @param listener the address that was listened on
     * @param proxy the name of the proxy
     * @param upstream where the proxy led
     */
    public record Labels(String direction, String listener, String proxy, String upstream)
            implements Comparable<Labels> {
        private static final Comparator<Labels> ORDER = Comparator.comparing(Labels::direction)
                .thenComparing(Labels::listener)
                .thenComparing(Labels::proxy)
                .thenComparing(Labels::upstream);

        @Override
        public int compareTo(Labels other) {
            return ORDER.compare(this, other);
        }

        private String text() {
            return "{direction=\"" + direction + "\",listener=\"" + escaped(listener) + "\",proxy=\"" + escaped(proxy)
                    + "\",upstream=\"" + escaped(upstream) + "\"}";
        }

        private static String escaped(String value) {
            return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }
    }

    /** Adds what one direction of a connection has moved. */
    public void add(Labels labels, long received, long sent) {
        AtomicLongArray counter = counters.computeIfAbsent(labels, absent -> new AtomicLongArray(2));
        counter.addAndGet(RECEIVED, received);
        counter.addAndGet(SENT, sent);
    }

    /** Returns everything in the text format of Prometheus, version 0.0.4. */
    public String text() {
        return family("toxiproxy_proxy_received_bytes_total", RECEIVED)
                + family("toxiproxy_proxy_sent_bytes_total", SENT);
    }

    private String family(String name, int index) {
        if (counters.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("# HELP " + name + " \n# TYPE " + name + " counter\n");
        counters.forEach((labels, counter) -> text.append(name)
                .append(labels.text())
                .append(' ')
                .append(counter.get(index))
                .append('\n'));
        return text.toString();
    }
}
