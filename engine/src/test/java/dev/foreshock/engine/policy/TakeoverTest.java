package dev.foreshock.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TakeoverTest {
    private static final long EVERY = 100;

    /** Returns when a primary that dies is found, if it refuses every check from then on. */
    private static long foundAfter(boolean fromEnd, int downAfter, long phase, long dies) {
        Takeover takeover = new Takeover(EVERY, fromEnd, phase, downAfter, 2, 0);
        for (long now = takeover.nextCheckNanos(); ; now = takeover.nextCheckNanos()) {
            takeover.checking(now);
            if (takeover.checked(now < dies, now)) {
                return now - dies;
            }
        }
    }

    @Test
    void aDeadPrimaryIsFoundByTheLastOfSoManyChecks() {
        Random random = new Random(7);
        for (int downAfter = 1; downAfter <= 4; downAfter++) {
            double sum = 0;
            int times = 2000;
            for (int i = 0; i < times; i++) {
                long after = foundAfter(i % 2 == 0, downAfter, random.nextInt(100), 1000 + random.nextInt(100));
                assertThat(after).isBetween((downAfter - 1) * EVERY, downAfter * EVERY - 1);
                sum += after;
            }
            // Uniform over one interval of whole numbers: standard deviation 29, so 0.65 of the mean of 2000.
            assertThat(sum / times).isBetween((downAfter - 0.5) * EVERY - 3, (downAfter - 0.5) * EVERY + 2);
        }
    }

    @Test
    void oneGoodCheckBeginsTheCountAnew() {
        Takeover takeover = new Takeover(EVERY, false, 0, 3, 2, 0);
        assertThat(takeover.checked(false, 0)).isFalse();
        assertThat(takeover.checked(false, 100)).isFalse();
        assertThat(takeover.checked(true, 200)).isFalse();
        assertThat(takeover.checked(false, 300)).isFalse();
        assertThat(takeover.checked(false, 400)).isFalse();
        assertThat(takeover.checked(false, 500)).isTrue();
    }

    @Test
    void theHoldDownPutsOffTheNextTakeoverAndAGoodCheckMeanwhileEndsNone() {
        Takeover takeover = new Takeover(EVERY, false, 0, 1, 2, 1000);
        assertThat(takeover.checked(false, 100)).isTrue();
        takeover.lookAtAnother();
        assertThat(takeover.checked(false, 500)).isFalse();
        assertThat(takeover.checked(false, 1099)).isFalse();
        assertThat(takeover.checked(true, 1100))
                .as("still down, but it answers")
                .isFalse();
        assertThat(takeover.checked(false, 1200)).isTrue();
    }

    @Test
    void checksThatWereMissedAreNotMadeUpFor() {
        Takeover takeover = new Takeover(EVERY, false, 30, 1, 1, 0);
        takeover.checking(30);
        assertThat(takeover.nextCheckNanos()).isEqualTo(130);
        takeover.checking(555);
        assertThat(takeover.nextCheckNanos()).isEqualTo(630);
    }

    @Test
    void aPeriodIsCountedFromTheEndOfACheckWhereThatIsSaid() {
        Takeover takeover = new Takeover(EVERY, true, 30, 2, 1, 0);
        takeover.checking(30);
        assertThat(takeover.checked(false, 75)).isFalse();
        assertThat(takeover.nextCheckNanos()).isEqualTo(175);
    }
}
