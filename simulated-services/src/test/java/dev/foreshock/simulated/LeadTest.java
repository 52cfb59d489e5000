package dev.foreshock.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeadTest {
    private static final long TELLING = 40_000_000;
    private static final long BETWEEN = 500_000_000;
    private static final long LEAST = 300_000_000;

    private static final int BINS = 20;
    private static final int SEEDS = 10_000;

    /** The 99.9 % quantile of chi-square with 19 degrees of freedom. */
    private static final double QUANTILE = 43.82;

    @Test
    void oneSeedIsOneMoment() {
        Lead lead = new Lead(TELLING, BETWEEN);
        assertThat(lead.nanos(7)).isEqualTo(new Lead(TELLING, BETWEEN).nanos(7));
        assertThat(lead.nanos(7)).isNotEqualTo(lead.nanos(8));
    }

    @Test
    void momentsOfSeedsOneAfterTheOtherLieUniformlyBetweenTwoChecks() {
        Lead lead = new Lead(TELLING, BETWEEN);
        long[] counts = new long[BINS];
        LongStream.range(0, SEEDS).forEach(seed -> {
            long part = lead.nanos(seed) - LEAST - 2 * TELLING;
            assertThat(part).isBetween(0L, BETWEEN - 1);
            counts[(int) (part * BINS / BETWEEN)]++;
        });
        double expected = (double) SEEDS / BINS;
        double chiSquare = LongStream.of(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(QUANTILE);
    }

    @Test
    void withoutChecksNothingIsDrawn() {
        Lead lead = new Lead(TELLING, 0);
        assertThat(LongStream.range(0, 100).map(lead::nanos).distinct()).containsExactly(LEAST + 2 * TELLING);
    }

    @Test
    void howLongIsWaitedForTellingHasAnEnd() {
        assertThat(new Lead(0, 0).nanos(1)).isEqualTo(LEAST);
        assertThat(new Lead(3_600_000_000_000L, 0).nanos(1)).isEqualTo(LEAST + 3_000_000_000L);
    }
}
