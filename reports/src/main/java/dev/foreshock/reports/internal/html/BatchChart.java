package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyMeasure;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.internal.account.SteadyAccount;
import dev.foreshock.reports.internal.text.SteadyWords;
import dev.foreshock.reports.internal.text.Times;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws what a measure was in each batch, with its value over all and its interval; what was deleted before is shaded. */
final class BatchChart {
    private static final double HEIGHT = 110;
    private static final double GAP = 10;
    private static final double FOOT = 24;
    private static final double SWATCH = 14;

    /** Smaller differences are not worth a look: an axis shows at least this share of the value. */
    private static final double LEAST_RANGE = 1e-3;

    private final SteadyAccount account;
    private final SteadyRun run;
    private final String name;
    private final SteadyMeasure measure;
    private final TimeAxis time;

    BatchChart(SteadyAccount account, String name, SteadyMeasure measure) {
        this.account = account;
        run = account.run();
        this.name = name;
        this.measure = measure;
        time = new TimeAxis(account.clock());
    }

    Figure figure() {
        Legend legend = new Legend(List.of("in each batch" + unit(), "over all batches"));
        double top = legend.height() + GAP;
        ValueAxis axis = axis(top, top + HEIGHT);
        String sentence = sentence(axis);
        Svg svg = new Svg(TimeAxis.WIDTH, axis.bottom() + FOOT, sentence);
        WarmUpSection.shade(svg, time, run.warmUp(), axis);
        interval(svg, axis);
        time.draw(svg, axis.top(), axis.bottom());
        axis.draw(svg, new AxisLabels(name, axis)::of);
        svg.curve(steps(axis), Ink.curve(0), "in each batch" + unit());
        String mean = Svg.n(axis.y(measure.estimate().value()));
        svg.curve(
                "M" + Svg.n(time.x(start(0))) + " " + mean + "H"
                        + Svg.n(time.x(start(measure.batches().size()))),
                Ink.curve(1),
                "over all batches" + unit());
        legend.draw(svg);
        key(svg, TimeAxis.RIGHT - 118, Ink.INTERVAL, "interval of 95 %");
        if (run.warmUp().nanos() > 0) {
            key(svg, TimeAxis.RIGHT - 272, Ink.WARM_UP, "warm-up, deleted");
        }
        return new Figure(name, sentence, svg.toString(), table());
    }

    /** The interval over the time that it is of. */
    private void interval(Svg svg, ValueAxis axis) {
        Estimate mean = measure.estimate();
        double left = time.x(start(0));
        double high = axis.y(mean.high());
        svg.rect(
                left,
                high,
                time.x(start(measure.batches().size())) - left,
                Math.max(1, axis.y(mean.low()) - high),
                Ink.INTERVAL,
                "interval of 95 %: " + text(mean.low()) + " to " + text(mean.high()));
    }

    private static void key(Svg svg, double x, Ink ink, String text) {
        svg.rect(x, 7, SWATCH, SWATCH, ink, "").text(x + SWATCH + 6, 18, "start", Ink.TEXT, text);
    }

    private String steps(ValueAxis axis) {
        StringBuilder path = new StringBuilder();
        boolean isDown = false;
        for (int batch = 0; batch < measure.batches().size(); batch++) {
            double seen = measure.batches().get(batch);
            if (Double.isFinite(seen)) {
                path.append(isDown ? "L" : "M")
                        .append(Svg.n(time.x(start(batch))))
                        .append(' ')
                        .append(Svg.n(axis.y(seen)))
                        .append('H')
                        .append(Svg.n(time.x(start(batch + 1))));
            }
            isDown = Double.isFinite(seen);
        }
        return path.toString();
    }

    private ValueAxis axis(double top, double bottom) {
        Estimate mean = measure.estimate();
        double most =
                Math.max(mean.high(), seen().max(Comparator.naturalOrder()).orElse(mean.high()));
        double least = Math.max(
                0, Math.min(mean.low(), seen().min(Comparator.naturalOrder()).orElse(mean.low())));
        if (isShare()) {
            most = Math.min(1, most);
        }
        double lacking = most > least ? Math.max(0, LEAST_RANGE * most - (most - least)) : 0;
        return ValueAxis.around(Math.max(0, least - lacking), most, top, bottom);
    }

    private Stream<Double> seen() {
        return measure.batches().stream().filter(Double::isFinite);
    }

    private boolean isShare() {
        return !SteadyWords.isTime(name) && !SteadyWords.isGoodput(name) && !SteadyWords.isLevel(name);
    }

    /** What the axis leaves out, as the page's script takes whatever ends with an s for a length of time. */
    private String unit() {
        return SteadyWords.isGoodput(name) ? ", successes/s" : SteadyWords.isLevel(name) ? ", requests" : "";
    }

    private String sentence(ValueAxis axis) {
        Estimate mean = measure.estimate();
        double low = seen().min(Comparator.naturalOrder()).orElseThrow();
        double high = seen().max(Comparator.naturalOrder()).orElseThrow();
        String range = text(low).equals(text(high))
                ? "Every batch saw " + text(low) + "."
                : "The least that a batch saw was " + text(low) + ", from " + at(low) + " on, the most " + text(high)
                        + ", from " + at(high) + " on.";
        return "Over all batches " + SteadyWords.both(name, mean) + ". " + range + " A batch and the next correlate by "
                + SteadyWords.correlation(measure) + "."
                + (measure.isIndependent()
                        ? ""
                        : " Shorter batches hang together: what is measured would have to be " + measure.factor()
                                + " times as long.")
                + (axis.low() == 0 ? "" : " The axis does not begin at 0.");
    }

    private String at(double value) {
        return Times.ofDay(account.clock(), start(measure.batches().indexOf(value)));
    }

    private String text(double value) {
        return SteadyWords.number(name, value);
    }

    private long start(int batch) {
        return run.warmUp().nanos() + batch * run.batchNanos();
    }

    private String table() {
        StringBuilder html = new StringBuilder(
                        "<table><thead><tr><th scope=\"col\">batch from</th><th scope=\"col\">until</th>")
                .append("<th scope=\"col\">")
                .append(escape(name))
                .append("</th></tr></thead><tbody>\n");
        IntStream.range(0, measure.batches().size()).forEach(batch -> {
            double seen = measure.batches().get(batch);
            html.append("<tr><th scope=\"row\">")
                    .append(Times.ofDay(account.clock(), start(batch)))
                    .append("</th><td>")
                    .append(Times.ofDay(account.clock(), start(batch + 1)))
                    .append("</td><td>")
                    .append(Double.isFinite(seen) ? text(seen) : "–")
                    .append("</td></tr>\n");
        });
        return html.append("</tbody></table>\n").toString();
    }
}
