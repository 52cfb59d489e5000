package dev.foreshock.engine.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class KernelMemoryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void nothingIsAllocatedPerEventInTheSteadyState() {
        Kernel kernel = new RandomWalks(new Kernel(), 1).kernel();
        kernel.runSlice(Long.MAX_VALUE, 2_000_000);
        int events = 2_000_000;
        long bytes = allocatedBy(() -> kernel.runSlice(Long.MAX_VALUE, events));
        assertThat((double) bytes / events).as("bytes per event").isLessThan(0.01);
    }

    @Test
    void aPendingTimerTakesLessThan200BytesEvenWhileTheArraysGrow() {
        Kernel kernel = new Kernel();
        int id = kernel.register((op, arg, now) -> {});
        int timers = 1_000_000;
        long bytes = allocatedBy(() -> {
            for (int i = 0; i < timers; i++) {
                kernel.after(i * 7919L % timers, id, 0, i);
            }
            kernel.runSlice(0, 1);
        });
        assertThat(kernel.pendingTimers()).isEqualTo(timers - 1);
        assertThat(bytes / timers).as("bytes allocated per timer").isLessThan(200);
    }

    @Test
    void cancelledTimersDoNotPileUpThoughTheyWereDueInAHundredYears() {
        long hundredYears = 100L * 365 * 86_400 * 1_000_000_000;
        Kernel kernel = new RandomWalks(new Kernel(), 1, hundredYears).kernel();
        kernel.runSlice(Long.MAX_VALUE, 10_000);
        long bytes = allocatedBy(() -> kernel.runSlice(Long.MAX_VALUE, 3_000_000));
        assertThat(kernel.pendingTimers()).isLessThan(1000);
        assertThat(bytes).as("bytes allocated in 3 million events").isLessThan(100_000);
    }

    @Test
    void tooManyPendingTimersAreRefusedWithAWayOut() {
        TimerTable timers = new TimerTable(1);
        for (int i = 0; i < TimerTable.MAX_SLOTS; i++) {
            timers.add(0, 0, i);
        }
        assertThatThrownBy(() -> timers.add(0, 0, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must be at most 8388608, but one more was set; cancel");
        assertThat(timers.pending()).isEqualTo(TimerTable.MAX_SLOTS);
    }

    private static long allocatedBy(Runnable work) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        work.run();
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }
}
