package dev.foreshock.engine.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {
    private final List<String> log = new ArrayList<>();
    private final Kernel kernel = new Kernel();
    private final int logger = kernel.register((op, arg, now) -> log.add(op + "/" + arg + " at " + now));

    @Test
    void timersFireInTheOrderOfTimeAndThenOfSetting() {
        kernel.at(20, logger, 1, 0);
        kernel.at(10, logger, 2, 0);
        kernel.at(20, logger, 3, 0);
        kernel.after(10, logger, 4, 0);
        runAll();
        assertThat(log).containsExactly("2/0 at 10", "4/0 at 10", "1/0 at 20", "3/0 at 20");
    }

    @Test
    void aTimerSetForNowFiresAfterThoseAlreadySetForNow() {
        int setter = kernel.register((op, arg, now) -> kernel.after(0, logger, 9, arg));
        kernel.at(5, setter, 0, 1);
        kernel.at(5, logger, 1, 2);
        runAll();
        assertThat(log).containsExactly("1/2 at 5", "9/1 at 5");
    }

    @Test
    void theHandlerOfATimerGetsItsOwnOperations() {
        List<Integer> other = new ArrayList<>();
        int id = kernel.register((op, arg, now) -> other.add(op));
        kernel.at(1, id, -7, 0);
        kernel.at(1, logger, 8, Integer.MIN_VALUE);
        runAll();
        assertThat(id).isEqualTo(logger + 1);
        assertThat(other).containsExactly(-7);
        assertThat(log).containsExactly("8/-2147483648 at 1");
    }

    @Test
    void aCancelledTimerNeverFires() {
        long cancelled = kernel.at(10, logger, 1, 0);
        kernel.at(10, logger, 2, 0);
        assertThat(kernel.pendingTimers()).isEqualTo(2);
        kernel.cancel(cancelled);
        assertThat(kernel.pending(cancelled)).isFalse();
        assertThat(kernel.pendingTimers()).isEqualTo(1);
        runAll();
        assertThat(log).containsExactly("2/0 at 10");
        assertThat(kernel.events()).isEqualTo(1);
    }

    @Test
    void aStaleKeyCancelsNothingThoughItsSlotIsInUseAgain() {
        long cancelled = kernel.at(10, logger, 1, 0);
        kernel.cancel(cancelled);
        long reuser = kernel.at(10, logger, 2, 0);
        assertThat(slotOf(reuser)).isEqualTo(slotOf(cancelled));
        kernel.cancel(cancelled);
        kernel.cancel(cancelled);
        assertThat(kernel.pending(reuser)).isTrue();
        runAll();
        assertThat(log).containsExactly("2/0 at 10");

        long next = kernel.after(1, logger, 3, 0);
        kernel.cancel(reuser);
        assertThat(kernel.pending(next)).isTrue();
    }

    @Test
    void aTimerIsNoLongerPendingWhileItsEventIsHandled() {
        long[] key = new long[1];
        int id = kernel.register((op, arg, now) -> {
            log.add("pending " + kernel.pending(key[0]));
            kernel.cancel(key[0]);
        });
        key[0] = kernel.at(1, id, 0, 0);
        runAll();
        assertThat(log).containsExactly("pending false");
        assertThat(kernel.pendingTimers()).isZero();
    }

    @Test
    void keysThatNeverWereAreNotPendingAndCancelNothing() {
        kernel.at(1, logger, 0, 0);
        for (long key : new long[] {0, -1, 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(kernel.pending(key)).isFalse();
            kernel.cancel(key);
        }
        assertThat(kernel.pendingTimers()).isEqualTo(1);
    }

    @Test
    void aTimeInThePastIsRefused() {
        kernel.runSlice(50, 1);
        assertThatThrownBy(() -> kernel.at(49, logger, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be now (50 ns) or later, but was 49 ns");
        assertThatThrownBy(() -> kernel.after(-1, logger, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be negative, but was -1 ns");
        assertThatThrownBy(() -> kernel.runSlice(49, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be now (50 ns) or later, but was 49 ns");
        assertThat(kernel.pendingTimers()).isZero();
    }

    @Test
    void anUnknownHandlerIsRefused() {
        assertThatThrownBy(() -> kernel.at(1, 1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be registered, but was 1");
        assertThatThrownBy(() -> kernel.at(1, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDelayBeyondTheEndOfTimeIsCutToIt() {
        kernel.runSlice(50, 1);
        kernel.after(Long.MAX_VALUE, logger, 1, 0);
        assertThat(kernel.runSlice(Long.MAX_VALUE - 1, 10)).isFalse();
        assertThat(log).isEmpty();
        runAll();
        assertThat(log).containsExactly("1/0 at " + Long.MAX_VALUE);
    }

    @Test
    void timersDueAfterTheEndStayPendingAndNeverFire() {
        kernel.endsAt(100);
        long atTheEnd = kernel.at(100, logger, 1, 0);
        long after = kernel.at(101, logger, 2, 0);
        long sooner = kernel.reschedule(kernel.at(102, logger, 3, 0), 50);
        kernel.cancel(kernel.at(103, logger, 4, 0));
        assertThat(kernel.pendingTimers()).isEqualTo(3);
        assertThat(kernel.nextNanos()).isEqualTo(50);
        assertThat(kernel.runSlice(100, 10)).isFalse();
        assertThat(log).containsExactly("3/0 at 50", "1/0 at 100");
        assertThat(kernel.pending(atTheEnd)).isFalse();
        assertThat(kernel.pending(sooner)).isFalse();
        assertThat(kernel.pending(after)).isTrue();
        assertThat(kernel.nextNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aSliceBeyondTheEndIsRefused() {
        kernel.endsAt(100);
        assertThatThrownBy(() -> kernel.runSlice(101, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be after the run's (100 ns), but was 101 ns");
    }

    @Test
    void theEndChangesNothingBeforeIt() {
        RandomWalks whole = new RandomWalks(new Kernel(), 42);
        RandomWalks ending = new RandomWalks(new Kernel(), 42);
        long end = 5_000_000_000L;
        ending.kernel().endsAt(end);
        whole.kernel().runSlice(end, Long.MAX_VALUE);
        ending.kernel().runSlice(end, Long.MAX_VALUE);
        assertThat(ending.kernel().events()).isGreaterThan(20_000);
        assertThat(ending.kernel().checksum()).isEqualTo(whole.kernel().checksum());
        assertThat(ending.kernel().pendingTimers()).isEqualTo(whole.kernel().pendingTimers());
    }

    @Test
    void aSliceEndsAtItsTimeItsNumberOfEventsOrAStop() {
        int stopper = kernel.register((op, arg, now) -> kernel.stop());
        kernel.at(10, logger, 1, 0);
        kernel.at(20, logger, 2, 0);
        kernel.at(30, stopper, 0, 0);
        kernel.at(30, logger, 3, 0);

        assertThat(kernel.runSlice(15, 10)).isFalse();
        assertThat(kernel.nowNanos()).isEqualTo(15);
        assertThat(kernel.runSlice(100, 1)).isTrue();
        assertThat(kernel.nowNanos()).isEqualTo(20);
        assertThat(kernel.runSlice(100, 10)).isTrue();
        assertThat(kernel.nowNanos()).isEqualTo(30);
        assertThat(log).hasSize(2);
        assertThat(kernel.runSlice(100, 10)).isFalse();
        assertThat(kernel.nowNanos()).isEqualTo(100);
        assertThat(log).hasSize(3);
    }

    @Test
    void aStopBetweenSlicesStopsNothing() {
        kernel.at(10, logger, 1, 0);
        kernel.stop();
        assertThat(kernel.runSlice(10, 10)).isFalse();
        assertThat(log).hasSize(1);
    }

    @Test
    void aSliceInsideAnEventIsRefusedAndTheKernelStaysUsable() {
        int nester = kernel.register((op, arg, now) -> kernel.runSlice(100, 1));
        kernel.at(1, nester, 0, 0);
        kernel.at(2, logger, 1, 0);
        assertThatThrownBy(() -> kernel.runSlice(10, 10)).isInstanceOf(IllegalStateException.class);
        runAll();
        assertThat(log).containsExactly("1/0 at 2");
    }

    @Test
    void slicesGiveTheSameChecksumAsOneRunOnEitherQueue() {
        long end = 20_000_000_000L;
        RandomWalks whole = new RandomWalks(new Kernel(), 42);
        whole.kernel().runSlice(end, Long.MAX_VALUE);

        RandomWalks sliced = new RandomWalks(new Kernel(), 42);
        for (long until = 0, step = 1; until < end; until = Math.min(end, until + step), step = step * 3 % 1_000_003) {
            while (sliced.kernel().runSlice(until, 17)) {
                // the next 17
            }
        }
        sliced.kernel().runSlice(end, Long.MAX_VALUE);
        RandomWalks onHeap = new RandomWalks(new Kernel(HeapQueue::new), 42);
        onHeap.kernel().runSlice(end, Long.MAX_VALUE);

        assertThat(whole.kernel().events()).isGreaterThan(100_000);
        for (Kernel other : List.of(sliced.kernel(), onHeap.kernel())) {
            assertThat(other.checksum()).isEqualTo(whole.kernel().checksum());
            assertThat(other.events()).isEqualTo(whole.kernel().events());
            assertThat(other.pendingTimers()).isEqualTo(whole.kernel().pendingTimers());
        }
        RandomWalks otherSeed = new RandomWalks(new Kernel(), 43);
        otherSeed.kernel().runSlice(end, Long.MAX_VALUE);
        assertThat(otherSeed.kernel().checksum()).isNotEqualTo(whole.kernel().checksum());
    }

    private void runAll() {
        assertThat(kernel.runSlice(Long.MAX_VALUE, Long.MAX_VALUE)).isFalse();
    }

    private static long slotOf(long key) {
        return key & (TimerTable.MAX_SLOTS - 1);
    }
}
