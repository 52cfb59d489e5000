package dev.foreshock.engine.replications;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** What replications gave, one value of each. */
final class Sample {
    private final double[] values;

    Sample(double... values) {
        this.values = values.clone();
    }

    double mean() {
        return new DescriptiveStatistics(values).getMean();
    }

    /** Returns the standard error of the mean. */
    double error() {
        return new DescriptiveStatistics(values).getStandardDeviation() / Math.sqrt(values.length);
    }

    /** Returns half the width of Student's 95 % interval. */
    double half() {
        return error() * new TDistribution(null, values.length - 1.0).inverseCumulativeProbability(0.975);
    }
}
