package dev.foreshock.faults.internal.toxiproxy.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Numbers what happens and hands it to those who listen. While nobody does, an event costs its number. Thread-safe; publishing
 * never waits for a reader.
 */
public final class Events {
    /** How many may listen at once. */
    public static final int MOST_READERS = 16;

    private final LongSupplier nanos;
    private final Supplier<Instant> wall;
    private final long startNanos;
    /** Replaced as a whole under the lock, read without. */
    private volatile List<Reader> readers = List.of();

    private long last;

    /**
     * Creates events of a server that starts now.
     *
     * @param nanos a clock that never goes back
     * @param wall the time of day
     */
    public Events(LongSupplier nanos, Supplier<Instant> wall) {
        this.nanos = nanos;
        this.wall = wall;
        this.startNanos = nanos.getAsLong();
    }

    /** Returns events of a server that starts now, by the clocks of the machine. */
    public static Events started() {
        return new Events(System::nanoTime, Instant::now);
    }

    /** Tells that something has happened; {@code what} is asked only if somebody listens. */
    public void publish(Supplier<Happening> what) {
        // Asked outside of the lock, as it reads what others own.
        Optional<Happening> said = readers.isEmpty() ? Optional.empty() : Optional.of(what.get());
        synchronized (this) {
            last++;
            said.ifPresent(this::handOut);
        }
    }

    private void handOut(Happening what) {
        List<Reader> wanting =
                readers.stream().filter(reader -> reader.wants(what)).toList();
        if (wanting.isEmpty()) {
            return;
        }
        ObjectNode json = begin(last, what.kind().label());
        EventJson.write(what, json);
        Event event = new Event(last, what.kind().label(), json.toString());
        wanting.forEach(reader -> reader.offer(event));
    }

    /** Has one more listen, to what happens from now on; returns nothing if there are too many. Its first event says that it listens. */
    public synchronized Optional<Reader> listen(Filter filter, Runnable wakes) {
        if (readers.size() >= MOST_READERS) {
            return Optional.empty();
        }
        Reader reader = new Reader(filter, wakes, this::lost);
        reader.offer(about("stream.opened", begin(0, "stream.opened").put("up_to", last)));
        List<Reader> more = new ArrayList<>(readers);
        more.add(reader);
        readers = List.copyOf(more);
        return Optional.of(reader);
    }

    /** Has {@code reader} listen no more. */
    public synchronized void leave(Reader reader) {
        readers = readers.stream().filter(each -> each != reader).toList();
    }

    /** Returns how many listen. */
    public int listening() {
        return readers.size();
    }

    /** Returns an event that says that the stream goes on although nothing happens. */
    public Event alive() {
        return about("stream.alive", begin(0, "stream.alive"));
    }

    /** Returns an event that says that the server ends. */
    public Event closed() {
        return about("stream.closed", begin(0, "stream.closed"));
    }

    private Event lost(long count, long upTo) {
        return about("stream.lost", begin(0, "stream.lost").put("lost", count).put("up_to", upTo));
    }

    /** Returns an event about the stream itself, which has no number. */
    private static Event about(String kind, ObjectNode json) {
        return new Event(0, kind, json.toString());
    }

    private ObjectNode begin(long sequence, String kind) {
        return EventJson.begin(sequence, kind, nanos.getAsLong() - startNanos, wall.get());
    }
}
