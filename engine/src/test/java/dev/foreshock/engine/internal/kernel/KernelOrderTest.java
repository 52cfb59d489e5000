package dev.foreshock.engine.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernel against a priority queue of timers that knows nothing but time and order of setting. */
class KernelOrderTest {
    private static final int EVENTS = 20_000;
    private static final long END = 1L << 50;

    private record Timer(long timeNanos, int order) {}

    @ParameterizedTest
    @EnumSource
    void timersFireByTimeAndOrderOfSettingHoweverARunIsCut(Schedule schedule) {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(kernel(schedule, seed, new SplittableRandom(100 + seed)))
                    .as("seed %d", seed)
                    .isEqualTo(naive(schedule, seed));
        }
    }

    /** What each event of a run does: sets up to three timers, one of them often for now, and cancels one now and then. */
    private static final class Deeds {
        private final SplittableRandom random;
        private final Schedule schedule;

        Deeds(Schedule schedule, int seed) {
            this.schedule = schedule;
            random = new SplittableRandom(seed);
        }

        int settings() {
            return random.nextInt(4) == 0 ? 3 : 1;
        }

        long time(long now) {
            return random.nextInt(3) == 0 ? now : schedule.timeAfter(now, random);
        }

        /** Returns which of so many timers is cancelled; none if negative. */
        int cancelled(int set) {
            return random.nextInt(4) - 1 < 0 ? random.nextInt(set) : -1;
        }
    }

    private static List<Integer> kernel(Schedule schedule, int seed, SplittableRandom cuts) {
        Deeds deeds = new Deeds(schedule, seed);
        Kernel kernel = new Kernel();
        List<Integer> fired = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        int[] id = new int[1];
        id[0] = kernel.register((op, arg, now) -> {
            fired.add(arg);
            if (fired.size() == EVENTS) {
                kernel.stop();
                return;
            }
            for (int i = deeds.settings(); i > 0; i--) {
                keys.add(kernel.at(deeds.time(now), id[0], 0, keys.size()));
            }
            int cancelled = deeds.cancelled(keys.size());
            if (cancelled >= 0) {
                kernel.cancel(keys.get(cancelled));
            }
        });
        for (int i = 0; i < 10; i++) {
            keys.add(kernel.at(deeds.time(0), id[0], 0, keys.size()));
        }
        while (fired.size() < EVENTS && kernel.pendingTimers() > 0 && kernel.nowNanos() < END) {
            long until = Math.min(END, kernel.nowNanos() + cuts.nextLong(1L << cuts.nextInt(50)));
            kernel.runSlice(until, 1 + cuts.nextInt(50));
        }
        return fired;
    }

    private static List<Integer> naive(Schedule schedule, int seed) {
        Deeds deeds = new Deeds(schedule, seed);
        PriorityQueue<Timer> queue =
                new PriorityQueue<>(Comparator.comparingLong(Timer::timeNanos).thenComparingInt(Timer::order));
        List<Timer> timers = new ArrayList<>();
        List<Integer> fired = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            set(deeds.time(0), timers, queue);
        }
        while (fired.size() < EVENTS && !queue.isEmpty() && queue.peek().timeNanos() <= END) {
            Timer next = queue.remove();
            fired.add(next.order());
            for (int i = fired.size() < EVENTS ? deeds.settings() : 0; i > 0; i--) {
                set(deeds.time(next.timeNanos()), timers, queue);
            }
            int cancelled = fired.size() < EVENTS ? deeds.cancelled(timers.size()) : -1;
            if (cancelled >= 0) {
                queue.remove(timers.get(cancelled));
            }
        }
        return fired;
    }

    private static void set(long time, List<Timer> timers, PriorityQueue<Timer> queue) {
        Timer timer = new Timer(time, timers.size());
        timers.add(timer);
        queue.add(timer);
    }
}
