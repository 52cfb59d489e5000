package dev.foreshock.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.math3.distribution.NormalDistribution;
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

    /** A hundred draws of exp(7 + 0.5 z) at equally likely normal quantiles, in microseconds, and one pause of a second. */
    @Test
    void theLawIsThatOfTheUsualCallsWhateverAPauseCosts() {
        NormalDistribution normal = new NormalDistribution();
        HopCost cost = HopCost.NONE;
        for (int i = 0; i < 100; i++) {
            cost = cost.with(1e3 * Math.exp(7 + 0.5 * normal.inverseCumulativeProbability((i + 0.5) / 100)));
        }
        assertThat(cost.law().medianNanos()).isCloseTo(1e3 * Math.exp(7), withinPercentage(0.1));
        assertThat(cost.law().cv()).isCloseTo(Math.sqrt(Math.expm1(0.25)), withinPercentage(3));
        HopCost paused = cost.with(1e9);
        assertThat(paused.meanNanos()).isGreaterThan(5 * cost.meanNanos());
        assertThat(paused.law().medianNanos()).isCloseTo(cost.law().medianNanos(), withinPercentage(7));
        assertThat(paused.law().lowNanos()).isLessThan(paused.law().meanNanos());
        assertThat(paused.law().highNanos()).isGreaterThan(paused.law().meanNanos());
    }

    @Test
    void theLawOfCallsThatCostTheSameIsOneValue() {
        assertThat(of(5_000, 5_000).law().cv()).isZero();
        assertThat(of(5_000, 5_000).law().meanNanos()).isCloseTo(5_000, within(1e-6));
        assertThat(of(-3).law().medianNanos()).as("below what a clock tells").isCloseTo(1_000, within(1e-6));
    }
}
