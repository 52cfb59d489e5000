package dev.foreshock.reports.internal.html;

import java.util.List;

/**
 * A curve of a chart.
 *
 * @param name its name in the legend
 * @param values its values, one for each bin; not finite where there is none
 * @param binNanos the length of a bin
 * @param isStepped whether a value holds for its whole bin, as a number of servers does
 */
record Curve(String name, List<Double> values, long binNanos, boolean isStepped) {
    private static final int MOST_POINTS = 900;

    Curve {
        values = List.copyOf(values);
    }

    /** Returns this curve with neighbors merged until it has no more points than a screen can show. */
    Curve thinned() {
        return thinned(MOST_POINTS);
    }

    Curve thinned(int most) {
        int group = (values.size() + most - 1) / most;
        if (group <= 1) {
            return this;
        }
        List<Double> merged = new java.util.ArrayList<>();
        for (int i = 0; i < values.size(); i += group) {
            List<Double> part = values.subList(i, Math.min(values.size(), i + group));
            merged.add(
                    isStepped
                            ? part.get(part.size() - 1)
                            : part.stream()
                                    .mapToDouble(x -> x)
                                    .filter(Double::isFinite)
                                    .average()
                                    .orElse(Double.NaN));
        }
        return new Curve(name, merged, binNanos * group, isStepped);
    }

    double most() {
        return values.stream()
                .mapToDouble(x -> x)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    double leastAboveZero() {
        return values.stream()
                .mapToDouble(x -> x)
                .filter(value -> value > 0 && Double.isFinite(value))
                .min()
                .orElse(Double.NaN);
    }

    /** Returns the path; interrupted where there is no value. */
    String path(TimeAxis time, ValueAxis axis) {
        StringBuilder path = new StringBuilder();
        boolean isDown = false;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!Double.isFinite(value)) {
                isDown = false;
                continue;
            }
            String y = Svg.n(axis.y(value));
            double start = (double) i * binNanos;
            String from = Svg.n(time.x(isStepped ? start : start + binNanos / 2.0));
            path.append(isDown ? "L" : "M").append(from).append(' ').append(y);
            if (isStepped) {
                path.append('H').append(Svg.n(time.x(start + binNanos)));
            }
            isDown = true;
        }
        return path.toString();
    }
}
