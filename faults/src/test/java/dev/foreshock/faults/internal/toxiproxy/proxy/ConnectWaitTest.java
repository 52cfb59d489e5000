package dev.foreshock.faults.internal.toxiproxy.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.internal.toxiproxy.toxic.ConnectDelay;
import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import dev.foreshock.faults.internal.toxiproxy.toxic.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long a client waits for its server, on a clock that the test moves. */
class ConnectWaitTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Clock clock = new Clock();
    private final List<Long> dialed = new ArrayList<>();

    private static final class Clock implements Timers {
        private long now = Long.MAX_VALUE - 50 * MILLI;
        private long passed;
        private long due = Long.MAX_VALUE;
        private Runnable step = () -> {};

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public Runnable after(long nanos, Runnable task) {
            due = passed + nanos;
            step = task;
            return () -> due = Long.MAX_VALUE;
        }

        void pass(long millis) {
            long until = passed + millis * MILLI;
            if (due <= until) {
                now += due - passed;
                passed = due;
                due = Long.MAX_VALUE;
                step.run();
            }
            now += until - passed;
            passed = until;
        }
    }

    private static ActiveToxic delay(long id, long millis) {
        return ActiveToxic.of(
                id, new NewToxic("t" + id, "", Direction.DOWNSTREAM, 1, new ConnectDelay(millis), Radius.ALL));
    }

    private ConnectWait waiting(ActiveToxic... toxics) {
        return new ConnectWait(clock, List.of(toxics), () -> dialed.add(clock.passed / MILLI));
    }

    @Test
    void delaysAddUp() {
        waiting(delay(1, 100), delay(2, 30));
        clock.pass(129);
        assertThat(dialed).isEmpty();
        clock.pass(1_000);
        assertThat(dialed).containsExactly(130L);
    }

    @Test
    void whatIsTakenAwayDelaysNoMore() {
        ConnectWait wait = waiting(delay(1, 100), delay(2, 30));
        clock.pass(10);
        wait.match(List.of(delay(2, 30)));
        clock.pass(1_000);
        assertThat(dialed).containsExactly(30L);
    }

    @Test
    void whereNothingIsLeftItIsOverAtOnceAndOnlyOnce() {
        ConnectWait wait = waiting(delay(1, 100));
        clock.pass(40);
        wait.match(List.of());
        wait.match(List.of());
        clock.pass(1_000);
        assertThat(dialed).containsExactly(40L);
    }

    @Test
    void whatWasAddedSinceDelaysOthers() {
        ConnectWait wait = waiting(delay(1, 100));
        wait.match(List.of(delay(1, 100), delay(2, 5_000)));
        clock.pass(1_000);
        assertThat(dialed).containsExactly(100L);
    }

    @Test
    void whoseClientIsGoneDialsNobody() {
        ConnectWait wait = waiting(delay(1, 100));
        wait.giveUp();
        wait.match(List.of());
        clock.pass(1_000);
        assertThat(dialed).isEmpty();
    }

    @Test
    void timesThatCannotBeAddedAreForEver() {
        waiting(delay(1, Long.MAX_VALUE), delay(2, Long.MAX_VALUE), delay(3, Long.MAX_VALUE));
        clock.pass(1_000_000);
        assertThat(dialed).isEmpty();
    }
}
