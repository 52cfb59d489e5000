package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Exemplar;
import java.util.List;
import java.util.function.DoubleFunction;

/** Draws curves over the time of a run, with its impacts shaded and its actions marked. */
final class LineChart {
    private static final double TOP = 28;
    private static final double FOOT = 24;

    private final Exemplar run;
    private final TimeAxis time;
    private final List<Curve> curves;

    LineChart(Exemplar run, List<Curve> curves) {
        this.run = run;
        time = new TimeAxis(run.clock());
        this.curves = curves.stream().map(Curve::thinned).toList();
    }

    String linear(String label, double height, DoubleFunction<String> unit) {
        double most = curves.stream().mapToDouble(Curve::most).max().orElse(0);
        double leastStep = curves.stream().allMatch(Curve::isStepped) ? 1 : 0;
        return draw(label, height, ValueAxis.linear(most, leastStep, TOP, height - FOOT), unit);
    }

    String logarithmic(String label, double height, DoubleFunction<String> unit) {
        double most = curves.stream().mapToDouble(Curve::most).max().orElse(0);
        double least = curves.stream()
                .mapToDouble(Curve::leastAboveZero)
                .filter(Double::isFinite)
                .min()
                .orElse(1e-3);
        double top = Math.max(most, least);
        return draw(label, height, ValueAxis.logarithmic(Math.max(least, top / 1e6), top, TOP, height - FOOT), unit);
    }

    private String draw(String label, double height, ValueAxis axis, DoubleFunction<String> unit) {
        Svg svg = new Svg(TimeAxis.WIDTH, height, label);
        for (Interval impact : run.impacts()) {
            double from = time.x(impact.startNanos());
            svg.rect(from, TOP, time.x(impact.endNanos()) - from, height - FOOT - TOP, Ink.IMPACT, "");
        }
        time.draw(svg, TOP, height - FOOT);
        axis.draw(svg, unit);
        run.journal()
                .of(Event.ACTED)
                .mapToLong(JournalEntry::atNanos)
                .distinct()
                .forEach(at -> svg.line(time.x(at), TOP, time.x(at), height - FOOT, Ink.ACTION));
        double x = TimeAxis.LEFT;
        for (int i = 0; i < curves.size(); i++) {
            Ink ink = Ink.curve(i);
            svg.curve(curves.get(i).path(time, axis), ink, curves.get(i).name());
            svg.line(x, 14, x + 30, 14, ink)
                    .text(x + 36, 18, "start", Ink.TEXT, curves.get(i).name());
            x += 60 + 7.5 * curves.get(i).name().length();
        }
        return svg.toString();
    }
}
