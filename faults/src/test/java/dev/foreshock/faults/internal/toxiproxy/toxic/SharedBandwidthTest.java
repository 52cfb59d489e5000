package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.random.KeyedRandom;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rate for many connections, on one clock that the test moves. */
class SharedBandwidthTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int CHUNK = 32 * 1024;

    /** Connections that always have more to send, and one clock. */
    private static final class Crowd implements Timers {
        private record Task(long atNanos, long order, Runnable step) {}

        private final PriorityQueue<Task> tasks =
                new PriorityQueue<>(Comparator.comparingLong(Task::atNanos).thenComparingLong(Task::order));
        private final List<Member> members = new ArrayList<>();
        private final Supplier<Behavior> behaviors;
        private final long latenessNanos;
        private long now = 123;
        private long order;

        Crowd(Toxic toxic, long latenessNanos) {
            this.behaviors = toxic.behaviors();
            this.latenessNanos = latenessNanos;
        }

        /** Adds a connection that sends chunks of {@code size}. */
        Member add(int size) {
            Member member = new Member(size);
            members.add(member);
            return member;
        }

        private final class Member implements Outlet {
            private final int size;
            private final Lane lane = new Lane(this, Crowd.this, new KeyedRandom().at(1, 1));
            private long passed;
            private long lastNanos;
            private long longestGap;

            Member(int size) {
                this.size = size;
                this.lastNanos = now;
                lane.start(behaviors.get());
            }

            void fill() {
                while (lane.backlog() < 2) {
                    lane.offer(new Chunk(Unpooled.wrappedBuffer(new byte[size]), now));
                }
            }

            @Override
            public void offer(Chunk chunk) {
                passed += chunk.size();
                longestGap = Math.max(longestGap, now - lastNanos);
                lastNanos = now;
                chunk.release();
            }

            @Override
            public void finish() {}

            @Override
            public void abort() {}
        }

        void pass(long millis) {
            long until = now + millis * MILLI;
            members.forEach(Member::fill);
            while (!tasks.isEmpty() && tasks.peek().atNanos <= until) {
                Task next = tasks.remove();
                now = Math.max(now, next.atNanos);
                next.step.run();
                members.forEach(Member::fill);
            }
            now = until;
        }

        long passed() {
            return members.stream().mapToLong(member -> member.passed).sum();
        }

        @Override
        public long nanoTime() {
            return now;
        }

        /** As of a busy machine: late. */
        @Override
        public Runnable after(long nanos, Runnable step) {
            Task task = new Task(now + nanos + latenessNanos, order++, step);
            tasks.add(task);
            return () -> tasks.remove(task);
        }
    }

    /** In t ms at most rate × (t + 50) bytes pass, and not fewer than rate × t less a turn for each. */
    @ParameterizedTest
    @CsvSource({"1,1000,0", "10,1000,0", "100,1000,0", "1,20,3", "10,1000,3", "50,40000,3", "7,1,0"})
    void allConnectionsTogetherSendTheRate(int connections, long rate, long lateMillis) {
        Crowd crowd = new Crowd(new SharedBandwidth(rate), lateMillis * MILLI);
        for (int i = 0; i < connections; i++) {
            crowd.add(CHUNK);
        }
        int millis = 20_000;
        crowd.pass(millis);
        double turn = Math.min(CHUNK, rate * 10);
        assertThat((double) crowd.passed())
                .isLessThanOrEqualTo(rate * (millis + 50.0))
                .isGreaterThanOrEqualTo(rate * (double) millis - connections * turn - turn);
    }

    @Test
    void eachGetsItsShareAndNoneWaitsLongerThanOneTurnOfAllOthers() {
        int connections = 20;
        Crowd crowd = new Crowd(new SharedBandwidth(1000), 0);
        for (int i = 0; i < connections; i++) {
            crowd.add(CHUNK);
        }
        crowd.pass(20_000);
        assertThat(crowd.members).allSatisfy(member -> {
            assertThat((double) member.passed).isBetween(0.95 * 1_000_000, 1.05 * 1_000_000);
            assertThat(member.longestGap).isLessThanOrEqualTo((connections + 1) * 10L * MILLI);
        });
    }

    @Test
    void oneWithLittleToSendIsNotStarvedByThoseWithMuch() {
        Crowd crowd = new Crowd(new SharedBandwidth(1000), 0);
        for (int i = 0; i < 9; i++) {
            crowd.add(CHUNK);
        }
        Crowd.Member small = crowd.add(100);
        crowd.pass(10_000);
        assertThat(small.longestGap).isLessThanOrEqualTo(100 * MILLI);
        assertThat(small.passed).isGreaterThanOrEqualTo(100L * 100);
    }

    @Test
    void whoIsAloneHasItAllAndANewcomerGetsHalf() {
        Crowd crowd = new Crowd(new SharedBandwidth(1000), 0);
        Crowd.Member first = crowd.add(CHUNK);
        crowd.pass(1_000);
        assertThat((double) first.passed).isBetween(980_000.0, 1_010_000.0);
        long before = first.passed;
        Crowd.Member second = crowd.add(CHUNK);
        crowd.pass(1_000);
        assertThat((double) (first.passed - before)).isBetween(480_000.0, 520_000.0);
        assertThat((double) second.passed).isBetween(480_000.0, 520_000.0);
    }

    @Test
    void thoseThatGoLeaveTheirTurnsToTheOthers() {
        Crowd crowd = new Crowd(new SharedBandwidth(10), 0);
        List<Crowd.Member> going = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            going.add(crowd.add(CHUNK));
        }
        crowd.pass(500);
        crowd.members.clear();
        going.forEach(member -> member.lane.discard());
        Crowd.Member last = crowd.add(CHUNK);
        crowd.pass(1_000);
        assertThat((double) last.passed)
                .as("the 200 waited for 2 s of turns that nobody needs now")
                .isBetween(9_700.0, 10_600.0);
    }

    @Test
    void inSilenceNoMoreThanALittleIsSavedUp() {
        Crowd crowd = new Crowd(new SharedBandwidth(100), 0);
        Crowd.Member member = crowd.add(CHUNK);
        member.lane.offer(new Chunk(Unpooled.wrappedBuffer(new byte[100]), crowd.now));
        crowd.members.clear();
        crowd.pass(60_000);
        long before = member.passed;
        member.lane.offer(new Chunk(Unpooled.wrappedBuffer(new byte[CHUNK]), crowd.now));
        assertThat(member.passed - before).isEqualTo(50 * 100);
    }

    @Test
    void twoProxiesShareNothing() {
        Toxic toxic = new SharedBandwidth(1000);
        for (int i = 0; i < 2; i++) {
            Crowd crowd = new Crowd(toxic, 0);
            crowd.add(CHUNK);
            crowd.pass(1_000);
            assertThat(crowd.passed()).isGreaterThan(980_000);
        }
    }

    /** Its connections are on several loops. */
    @Test
    void ofManyThreadsNoneTakesATokenTwice() throws Exception {
        Bucket bucket = new Bucket(1);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> all = new ArrayList<>();
            Callable<Long> takes = () -> {
                long last = 0;
                for (int i = 0; i < 10_000; i++) {
                    last = bucket.take(3, 0);
                    if (i % 10 == 0) {
                        bucket.giveBack(3);
                    }
                }
                return last;
            };
            for (int i = 0; i < 4; i++) {
                all.add(pool.submit(takes));
            }
            for (Future<Long> one : all) {
                one.get();
            }
            assertThat(bucket.take(0, 0)).isEqualTo(4 * 9_000 * 3 * MILLI);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aRateAtWhichNothingEverLeavesIsRefused() {
        assertThatThrownBy(() -> new SharedBandwidth(0)).hasMessageContaining("rate must be from 1 to");
        assertThatThrownBy(() -> new SharedBandwidth(Long.MAX_VALUE)).hasMessageContaining("rate must be from 1 to");
    }
}
