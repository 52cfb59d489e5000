package dev.foreshock.engine.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventQueueTest {
    private final Event event = new Event();

    @Test
    void ladderAgreesWithHeapEventByEventOnAdversarialSchedules() {
        assertThat(duels(0, 3000, 2000)).isGreaterThan(1_000_000);
        assertThat(duels(3000, 3010, 300_000)).isGreaterThan(100_000);
    }

    @Test
    @Tag("nightly")
    void ladderAgreesWithHeapOverMillionsOfEvents() {
        assertThat(duels(10_000, 90_000, 4000)).isGreaterThan(50_000_000);
        assertThat(duels(90_000, 90_200, 2_000_000)).isGreaterThan(50_000_000);
    }

    private static long duels(long fromSeed, long toSeed, int largest) {
        long popped = 0;
        for (long seed = fromSeed; seed < toSeed; seed++) {
            popped += new QueueDuel(seed, largest).play();
        }
        return popped;
    }

    @ParameterizedTest
    @EnumSource
    void eventsOfOneTimeComeOutInTheOrderTheyWentIn(EventList list) {
        EventQueue queue = list.create(key -> true);
        for (long key = 1; key <= 1000; key++) {
            queue.push(key % 3, key);
        }
        List<Long> keys = new ArrayList<>();
        while (queue.pop(0, event)) {
            keys.add(event.key);
        }
        assertThat(keys).hasSize(333).isSorted().first().isEqualTo(3L);
    }

    @ParameterizedTest
    @EnumSource
    void anEventPushedBeforeTheOneThatALimitHeldBackComesOutFirst(EventList list) {
        EventQueue queue = list.create(key -> true);
        for (long key = 1; key <= 200; key++) {
            queue.push(1000 + key, key);
        }
        assertThat(queue.pop(1000, event)).isFalse();
        queue.push(1000, 201);
        queue.push(1001, 202);
        assertThat(queue.pop(999, event)).isFalse();
        assertThat(next(queue)).isEqualTo(201);
        assertThat(next(queue)).isEqualTo(1);
        assertThat(next(queue)).isEqualTo(202);
        assertThat(next(queue)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void earlierAndEarlierEventsPushedAfterAHeldBackPopComeOutInOrder(EventList list) {
        EventQueue queue = list.create(key -> true);
        queue.push(1L << 40, 1);
        assertThat(queue.pop(0, event)).isFalse();
        for (long key = 2; key <= 5000; key++) {
            queue.push((1L << 40) - key * key, key);
            assertThat(queue.pop(key, event)).isFalse();
        }
        for (long key = 5000; key >= 1; key--) {
            assertThat(next(queue)).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPopThatFindsNothingLeavesItsCarrierAlone(EventList list) {
        EventQueue queue = list.create(key -> true);
        event.key = 7;
        assertThat(queue.pop(Long.MAX_VALUE, event)).isFalse();
        queue.push(5, 1);
        assertThat(queue.pop(4, event)).isFalse();
        assertThat(event.key).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void theLastNanosecondOfTimeIsATimeLikeAnyOther(EventList list) {
        EventQueue queue = list.create(key -> true);
        for (long key = 1; key <= 300; key++) {
            queue.push(Long.MAX_VALUE - 300 + key, key);
        }
        queue.push(Long.MAX_VALUE, 301);
        queue.push(0, 302);
        assertThat(next(queue)).isEqualTo(302);
        for (long key = 1; key <= 301; key++) {
            assertThat(next(queue)).isEqualTo(key);
        }
        assertThat(queue.pop(Long.MAX_VALUE, event)).isFalse();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aFallingSeriesBelowAHeldBackEventCostsNoMoreThanAnyOther() {
        LadderQueue queue = new LadderQueue(key -> true);
        queue.push(1L << 40, 1);
        assertThat(queue.pop(1, event)).isFalse();
        long events = 1_000_000;
        for (long key = 2; key <= events; key++) {
            queue.push((1L << 40) - 1000 * key, key);
            queue.push((1L << 40) - 1, events + key);
        }
        for (long key = events; key > 1; key--) {
            assertThat(next(queue)).isEqualTo(key);
        }
        assertThat(next(queue)).isEqualTo(events + 2);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aMillionTiesCostNoMoreThanAMillionEvents() {
        LadderQueue queue = new LadderQueue(key -> true);
        long ties = 1_000_000;
        for (long key = 1; key <= ties; key++) {
            queue.push(1_000_000, key);
            queue.push(2_000_003, ties + key);
        }
        for (long key = 1; key <= ties; key++) {
            assertThat(queue.pop(2_000_000, event)).isTrue();
            queue.push(1_000_000 + key % 2, 2 * ties + key);
        }
        for (long key = 1; key <= ties; key++) {
            assertThat(queue.pop(2_000_000, event)).isTrue();
        }
        for (long key = 1; key <= ties; key++) {
            assertThat(queue.pop(2_000_000, event)).isFalse();
            queue.push(2_000_000, 3 * ties + key);
            assertThat(next(queue)).isEqualTo(3 * ties + key);
        }
        assertThat(next(queue)).isEqualTo(ties + 1);
    }

    private long next(EventQueue queue) {
        assertThat(queue.pop(Long.MAX_VALUE, event)).isTrue();
        return event.key;
    }
}
