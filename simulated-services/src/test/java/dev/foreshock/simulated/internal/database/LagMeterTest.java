package dev.foreshock.simulated.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.simulated.HopCost;
import org.junit.jupiter.api.Test;

class LagMeterTest {
    private static final long MODELLED = 500_000_000;

    private final LagMeter.Heard heard = new LagMeter.Heard(MODELLED);

    @Test
    void whatIsBeyondTheModelledLagIsMeasured() {
        heard.of("0/100", 0.501);
        heard.of("0/200", 0.503);
        assertThat(heard.beyond().samples()).isEqualTo(2);
        assertThat(heard.beyond().meanNanos()).isCloseTo(2e6, within(1e-3));
    }

    @Test
    void whatWasHeardOfAPlaceIsNotCountedTwice() {
        heard.of("0/100", 0.501);
        heard.of("0/100", 0.501);
        heard.of("0/200", 0.501);
        assertThat(heard.beyond().samples()).isEqualTo(2);
    }

    @Test
    void whereNothingWasHeardNothingIsKnown() {
        assertThat(heard.beyond()).isEqualTo(HopCost.NONE);
    }
}
