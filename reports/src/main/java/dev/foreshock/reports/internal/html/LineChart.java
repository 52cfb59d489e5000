package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.account.Exemplar;
import java.util.List;
import java.util.function.DoubleFunction;

/** Draws curves over the time of a run, with its impacts shaded and its actions marked. */
final class LineChart {
    private static final double GAP = 10;
    private static final double FOOT = 24;

    private final Exemplar run;
    private final TimeAxis time;
    private final List<Curve> curves;
    private final Legend legend;
    private final double top;

    LineChart(Exemplar run, List<Curve> curves) {
        this.run = run;
        time = new TimeAxis(run.clock());
        this.curves = curves.stream().map(Curve::thinned).toList();
        legend = new Legend(curves.stream().map(Curve::name).toList());
        top = legend.height() + GAP;
    }

    /** Draws on a linear scale. {@code height} is that of the space that curves have. */
    String linear(String label, double height, DoubleFunction<String> unit) {
        double most = curves.stream().mapToDouble(Curve::most).max().orElse(0);
        double leastStep = curves.stream().allMatch(Curve::isStepped) ? 1 : 0;
        return draw(label, ValueAxis.linear(most, leastStep, top, top + height), unit);
    }

    /** Draws on a logarithmic scale. */
    String logarithmic(String label, double height, DoubleFunction<String> unit) {
        double most = curves.stream().mapToDouble(Curve::most).max().orElse(0);
        double least = curves.stream()
                .mapToDouble(Curve::leastAboveZero)
                .filter(Double::isFinite)
                .min()
                .orElse(1e-3);
        double high = Math.max(most, least);
        return draw(label, ValueAxis.logarithmic(Math.max(least, high / 1e6), high, top, top + height), unit);
    }

    private String draw(String label, ValueAxis axis, DoubleFunction<String> unit) {
        Svg svg = new Svg(TimeAxis.WIDTH, axis.bottom() + FOOT, label);
        Backdrop.draw(svg, run, axis.top(), axis.bottom());
        axis.draw(svg, unit);
        for (int i = 0; i < curves.size(); i++) {
            svg.curve(
                    curves.get(i).path(time, axis), Ink.curve(i), curves.get(i).name());
        }
        legend.draw(svg);
        return svg.toString();
    }
}
