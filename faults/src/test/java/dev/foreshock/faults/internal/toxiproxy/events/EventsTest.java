package dev.foreshock.faults.internal.toxiproxy.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What readers get, and what it costs those who publish: never a wait. */
class EventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private long now = Long.MAX_VALUE - 5; // a clock that is about to overflow
    private final Events events = new Events(() -> now, () -> Instant.parse("2026-01-02T03:04:05Z"));

    private static Happening came(String proxy, long ordinal) {
        return new Happening.OfConnection(
                Kind.CONNECTION_OPENED, proxy, ordinal, "127.0.0.1:" + ordinal, Optional.empty());
    }

    private Reader listen(Filter filter) {
        return events.listen(filter, () -> {}).orElseThrow();
    }

    private static List<JsonNode> taken(Reader reader) throws Exception {
        List<JsonNode> taken = new ArrayList<>();
        for (Event next = reader.poll(); next != null; next = reader.poll()) {
            taken.add(JSON.readTree(next.json()));
        }
        return taken;
    }

    @Test
    void anEventHasItsNumberAndBothTimes() throws Exception {
        Reader reader = listen(Filter.ALL);
        now += 20;
        events.publish(() -> new Happening.OfToxic(
                Kind.TOXIC_ADDED, "d\"b\n", "t", "latency", "upstream", 0.1f, Map.of("latency", 5L)));
        assertThat(reader.poll().json())
                .isEqualTo("{\"kind\":\"stream.opened\",\"ns\":0,\"at\":\"2026-01-02T03:04:05Z\",\"up_to\":0}");
        assertThat(reader.poll().json())
                .isEqualTo("{\"seq\":1,\"kind\":\"toxic.added\",\"ns\":20,\"at\":\"2026-01-02T03:04:05Z\","
                        + "\"proxy\":\"d\\\"b\\n\",\"name\":\"t\",\"type\":\"latency\",\"stream\":\"upstream\","
                        + "\"toxicity\":0.1,\"attributes\":{\"latency\":5}}");
        assertThat(reader.poll()).isNull();
    }

    @Test
    void whatHappensWhileNobodyListensIsNumberedAndNotEvenAskedFor() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            events.publish(() -> {
                asked.incrementAndGet();
                return came("db", 0);
            });
        }
        assertThat(asked).hasValue(0);
        assertThat(taken(listen(Filter.ALL)).get(0).path("up_to").asLong()).isEqualTo(3);
    }

    @Test
    void aReaderHearsOfWhatItAskedForAlone() throws Exception {
        Reader ofDb = listen(new Filter(Set.of(), Set.of("db")));
        Reader ofLeases = listen(new Filter(Kind.named("lease"), Set.of()));
        events.publish(() -> came("db", 1));
        events.publish(() -> came("other", 1));
        events.publish(() ->
                new Happening.OfLease(Kind.LEASE_OPENED, "l", 1_000_000, Set.of("db", "other"), Optional.empty()));
        assertThat(taken(ofDb)).extracting(event -> event.path("seq").asInt()).containsExactly(0, 1, 3);
        assertThat(taken(ofLeases))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(0, 3);
    }

    @Test
    void whatAStoppedReaderCannotKeepIsLostAndOneEventSaysHowMuch() throws Exception {
        Reader reader = listen(Filter.ALL);
        int published = Reader.MOST_EVENTS + 500;
        for (int i = 0; i < published; i++) {
            long ordinal = i;
            events.publish(() -> came("db", ordinal));
        }
        // Room for some: it must not fill before it is said what was lost, or the loss would be in the wrong place.
        assertThat(reader.poll().kind()).isEqualTo("stream.opened");
        events.publish(() -> came("db", published));
        List<JsonNode> taken = taken(reader);
        events.publish(() -> came("db", published + 1));
        taken.addAll(taken(reader));
        int kept = Reader.MOST_EVENTS - 1;
        assertThat(taken).hasSize(kept + 2);
        assertThat(taken.get(kept - 1).path("seq").asInt()).isEqualTo(kept);
        assertThat(taken.get(kept).path("kind").asText()).isEqualTo("stream.lost");
        assertThat(taken.get(kept).path("lost").asInt()).isEqualTo(published + 1 - kept);
        assertThat(taken.get(kept).path("up_to").asInt()).isEqualTo(published + 1);
        assertThat(taken.get(kept + 1).path("seq").asInt()).isEqualTo(published + 2);
    }

    @Test
    void longNamesFillWhatIsKeptSooner() throws Exception {
        Reader reader = listen(Filter.ALL);
        String longName = "x".repeat(Reader.MOST_CHARACTERS / 4);
        for (int i = 0; i < 10; i++) {
            events.publish(() -> came(longName, 0));
        }
        events.publish(() -> came("x".repeat(2 * Reader.MOST_CHARACTERS), 0));
        List<JsonNode> taken = taken(reader);
        assertThat(taken).hasSize(1 + 3 + 1);
        assertThat(taken.get(4).path("lost").asInt()).isEqualTo(8);
    }

    @Test
    void aSleepingReaderIsWokenOncePerSleep() {
        AtomicInteger wakes = new AtomicInteger();
        Reader reader = events.listen(Filter.ALL, wakes::incrementAndGet).orElseThrow();
        events.publish(() -> came("db", 0));
        assertThat(wakes).as("it is awake until it finds nothing").hasValue(0);
        while (reader.poll() != null) {}
        events.publish(() -> came("db", 1));
        events.publish(() -> came("db", 2));
        assertThat(wakes).hasValue(1);
    }

    @Test
    void onlySoManyMayListenAndOneThatLeavesMakesRoom() {
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < Events.MOST_READERS; i++) {
            readers.add(listen(Filter.ALL));
        }
        assertThat(events.listen(Filter.ALL, () -> {})).isEmpty();
        events.leave(readers.get(3));
        assertThat(events.listen(Filter.ALL, () -> {})).isPresent();
    }

    /** Counted independently at the source and at the sink: nothing is lost without being told, and nothing comes twice. */
    @Test
    void whateverRacesAllThatWasPublishedIsReceivedOrToldAsLost() throws Exception {
        int threads = 4;
        int each = 20_000;
        Reader reader = listen(Filter.ALL);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> publishers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                publishers.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        long ordinal = i;
                        events.publish(() -> came("db", ordinal));
                    }
                }));
            }
            Random luck = new Random(7);
            long received = 0;
            long lost = 0;
            long last = 0;
            while (received + lost < (long) threads * each) {
                for (int i = luck.nextInt(3_000); i >= 0; i--) {
                    Event next = reader.poll();
                    if (next == null || next.kind().equals("stream.opened")) {
                        break;
                    }
                    JsonNode json = JSON.readTree(next.json());
                    long upTo = json.path(next.kind().equals("stream.lost") ? "up_to" : "seq")
                            .asLong();
                    assertThat(upTo).isEqualTo(last + json.path("lost").asLong(1));
                    last = upTo;
                    received += json.has("lost") ? 0 : 1;
                    lost += json.path("lost").asLong();
                }
            }
            for (Future<?> publisher : publishers) {
                publisher.get();
            }
            assertThat(received + lost).isEqualTo((long) threads * each);
            assertThat(reader.poll()).isNull();
        } finally {
            pool.shutdownNow();
        }
    }
}
