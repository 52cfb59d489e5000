package dev.foreshock.faults.internal.toxiproxy.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RadiusTest {
    @Test
    void aConnectionTakesOnePlaceHoweverOftenItIsAskedFor() {
        Radius radius = new Radius(2);
        List<Object> keys = List.of(new Object(), new Object(), new Object());
        for (int i = 0; i < 3; i++) {
            assertThat(keys.stream().map(radius::admits)).containsExactly(true, true, false);
            assertThat(keys.stream().map(radius::spares)).containsExactly(false, false, true);
        }
        assertThat(radius.taken()).isEqualTo(2);
    }

    @Test
    void withoutABoundEverythingIsAdmittedAndNothingIsKept() {
        assertThat(Radius.ALL.admits(new Object())).isTrue();
        assertThat(Radius.ALL.spares(new Object())).isFalse();
        assertThat(Radius.ALL.taken()).isZero();
    }

    @Test
    void ofManyThreadsNoneGetsAPlaceThatIsNotThere() throws Exception {
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 200; round++) {
                Radius radius = new Radius(50);
                CyclicBarrier together = new CyclicBarrier(threads);
                Callable<Long> asks = () -> {
                    together.await();
                    return IntStream.range(0, 100)
                            .filter(i -> radius.admits(new Object()))
                            .count();
                };
                List<Future<Long>> admitted = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    admitted.add(pool.submit(asks));
                }
                long sum = 0;
                for (Future<Long> one : admitted) {
                    sum += one.get();
                }
                assertThat(sum).isEqualTo(50);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
