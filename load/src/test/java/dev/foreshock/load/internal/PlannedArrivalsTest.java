package dev.foreshock.load.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.load.PlannedUser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;

class PlannedArrivalsTest {
    private static PlannedUser at(long nanos) {
        return new PlannedUser("client", nanos, nanos, List.of(""));
    }

    @Test
    void usersComeAtTheDistancesOfThePlanFromWhenTheInjectionBegins() {
        long inAnHour = System.nanoTime() + 3_600_000_000_000L;
        PlannedArrivals arrivals = new PlannedArrivals(List.of(at(0), at(5_000), at(2_000_000)), inAnHour);
        List<Long> times = new ArrayList<>();
        Iterator<FiniteDuration> all = arrivals.chain(scala.collection.Iterator.empty());
        while (all.hasNext()) {
            times.add(all.next().toNanos());
        }
        assertThat(arrivals.users()).isEqualTo(3);
        assertThat(times).hasSize(3).allMatch(nanos -> nanos > 0);
        assertThat(times.get(1) - times.get(0)).isEqualTo(5_000);
        assertThat(times.get(2) - times.get(0)).isEqualTo(2_000_000);
    }

    @Test
    void whoShouldHaveComeAlreadyComesAtOnce() {
        PlannedArrivals arrivals = new PlannedArrivals(List.of(at(0)), System.nanoTime() - 1_000_000);
        assertThat(arrivals.chain(scala.collection.Iterator.empty()).next().toNanos())
                .isZero();
    }
}
