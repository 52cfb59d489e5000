package dev.foreshock.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HopCostTest {
    private static HopCost of(double... values) {
        HopCost cost = HopCost.NONE;
        for (double value : values) {
            cost = cost.with(value);
        }
        return cost;
    }

    @Test
    void twoThatArePutTogetherAreThatOfAllTheirCalls() {
        HopCost all = of(3, 5, 8, 13, 40);
        HopCost both = of(3, 5).and(of(8, 13, 40));
        assertThat(both.samples()).isEqualTo(5);
        assertThat(both.meanNanos()).isCloseTo(all.meanNanos(), within(1e-9));
        assertThat(both.halfWidthNanos()).isCloseTo(all.halfWidthNanos(), within(1e-9));
        assertThat(of(3, 5).and(HopCost.NONE)).isEqualTo(of(3, 5));
        assertThat(HopCost.NONE.and(HopCost.NONE)).isEqualTo(HopCost.NONE);
    }

    @Test
    void aDifferenceIsThatOfTheMeansAndAsUncertainAsBothTogether() {
        HopCost one = of(10, 12, 14);
        HopCost other = of(1, 2, 3, 4);
        HopCost difference = one.minus(other);
        assertThat(difference.samples()).isEqualTo(3);
        assertThat(difference.meanNanos()).isCloseTo(9.5, within(1e-9));
        assertThat(difference.halfWidthNanos())
                .isCloseTo(Math.hypot(one.halfWidthNanos(), other.halfWidthNanos()), within(1e-9));
        assertThat(one.minus(of(5))).isEqualTo(HopCost.NONE);
    }

    @Test
    void withoutTheFirstOfThemItIsThatOfTheOthers() {
        HopCost others = of(3, 5, 8, 13, 40).without(of(3, 5));
        assertThat(others.samples()).isEqualTo(3);
        assertThat(others.meanNanos()).isCloseTo(of(8, 13, 40).meanNanos(), within(1e-9));
        assertThat(others.halfWidthNanos()).isCloseTo(of(8, 13, 40).halfWidthNanos(), within(1e-9));
        assertThat(of(3).without(of(3))).isEqualTo(HopCost.NONE);
    }
}
