package dev.foreshock.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.sample.LatinHypercube;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/** What it is worth that a measure meets the same users, seeds and knobs as the scenario without it. */
class PairedDrawsTest {
    private static final int DRAWS = 40;

    private static double[] lost(int workers, long seed) {
        double[] peaks = LatinHypercube.column(seed, "knobs.peak", DRAWS);
        double[] lost = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            lost[draw] = Simulation.of(Shop.scenario(Shop.web(workers).queue(0).build(), 40 + peaks[draw] * 40, 5))
                    .replication(seed, draw, Watcher.NONE)
                    .requests()
                    .failed();
        }
        return lost;
    }

    private static double[] less(double[] first, double[] second) {
        double[] result = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            result[i] = first[i] - second[i];
        }
        return result;
    }

    @Test
    void theVarianceOfADifferenceIsAnOrderOfMagnitudeSmallerThanWithIndependentDraws() {
        double[] before = lost(5, 1);
        double[] paired = less(lost(6, 1), before);
        double[] independent = less(lost(6, 2), before);

        double reduction = StatUtils.variance(independent) / StatUtils.variance(paired);
        assertThat(reduction).as("times smaller").isGreaterThan(10);
        assertThat(List.of(StatUtils.mean(paired), StatUtils.mean(independent))).allMatch(change -> change < 0);
    }
}
