package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** The charts of a page about the exemplar replication, each with a sentence and a table that say the same. */
final class Charts {
    private static final String UP = ".up";

    private final Exemplar run;
    private final TimeSeries series;

    private Charts(Account runs) {
        run = runs.exemplar();
        series = run.series();
    }

    static List<Figure> of(Account runs) {
        Charts charts = new Charts(runs);
        List<Figure> figures = new ArrayList<>();
        figures.add(charts.timeline());
        if (charts.series.size() > 0) {
            figures.add(charts.load());
            figures.add(charts.responseTimes());
            charts.servers(figures);
        }
        return figures;
    }

    private Figure timeline() {
        String sentence =
                "Bars show when users felt an impact (darker: blackout), when alerts fired and who worked on what;"
                        + " crosses are crashes, triangles pages, diamonds and dotted lines actions.";
        return new Figure("What happened when", sentence, new TimelineChart(run).draw(sentence), "");
    }

    private Figure load() {
        double seconds = series.binNanos() / 1e9;
        Curve offered = curve(
                "offered, requests/s",
                series.offered().stream().map(count -> count / seconds).toList(),
                false);
        Curve goodput = curve(
                "goodput, requests/s",
                series.succeeded().stream().map(count -> count / seconds).toList(),
                false);
        long starved = IntStream.range(0, series.size())
                .filter(bin ->
                        2 * series.succeeded().get(bin) < series.offered().get(bin))
                .count();
        String sentence =
                "Offered load peaked at " + rate(offered.most()) + " at " + time(peak(offered)) + "; goodput was "
                        + (starved == 0
                                ? "never below half of it."
                                : "below half of it for " + Amounts.span(starved * seconds) + ".");
        List<Curve> curves = List.of(offered, goodput);
        return new Figure(
                "Offered load and goodput",
                sentence,
                new LineChart(run, curves).linear(sentence, 220, Amounts::count),
                table(curves, Amounts::digits));
    }

    private Figure responseTimes() {
        Curve median = curve("p50", series.p50(), false);
        Curve tail = curve("p99", series.p99(), false);
        String sentence = "The 99 % quantile of the response time was highest at " + time(peak(tail)) + ", at "
                + Amounts.span(tail.most()) + "; the median was at most " + Amounts.span(median.most())
                + ". Requests that failed count with the time until they failed.";
        List<Curve> curves = List.of(median, tail);
        return new Figure(
                "Response time (logarithmic)",
                sentence,
                new LineChart(run, curves).logarithmic(sentence, 220, Amounts::span),
                table(curves, Amounts::span));
    }

    private void servers(List<Figure> figures) {
        List<Curve> curves = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        for (Map.Entry<String, List<Double>> gauge : series.gauges().entrySet()) {
            if (gauge.getKey().endsWith(UP)) {
                String name = gauge.getKey().substring(0, gauge.getKey().length() - UP.length());
                Curve curve = curve(name, gauge.getValue(), true);
                curves.add(curve);
                double full = curve.most();
                long below = gauge.getValue().stream().filter(up -> up < full).count();
                sentence.append(sentence.isEmpty() ? "" : "; ")
                        .append(name)
                        .append(
                                below == 0
                                        ? " was up all the time"
                                        : " was not fully up for " + Amounts.span(below * series.binNanos() / 1e9));
            }
        }
        if (!curves.isEmpty()) {
            sentence.append('.');
            figures.add(new Figure(
                    "Servers up",
                    sentence.toString(),
                    new LineChart(run, curves).linear(sentence.toString(), 130, Amounts::count),
                    table(curves, Amounts::digits)));
        }
    }

    private Curve curve(String name, List<Double> values, boolean isStepped) {
        return new Curve(name, values, series.binNanos(), isStepped);
    }

    private static int peak(Curve curve) {
        int peak = 0;
        for (int i = 1; i < curve.values().size(); i++) {
            double best = curve.values().get(peak);
            if (curve.values().get(i) > best || Double.isNaN(best)) {
                peak = i;
            }
        }
        return peak;
    }

    private String table(List<Curve> curves, DoubleFunction<String> unit) {
        return ChartTable.of(run.clock(), curves, unit);
    }

    private static String rate(double perSecond) {
        return Amounts.digits(perSecond) + "/s";
    }

    private String time(int bin) {
        return Times.ofDay(run.clock(), bin * series.binNanos());
    }
}
