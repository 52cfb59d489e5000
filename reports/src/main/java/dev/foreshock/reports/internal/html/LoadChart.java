package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.List;
import java.util.stream.IntStream;

/** What users sent, and what of it succeeded. */
final class LoadChart {
    private LoadChart() {}

    static Figure of(Bins bins) {
        TimeSeries series = bins.series();
        Curve offered = bins.perSecond("offered, requests/s", series.offered());
        Curve goodput = bins.perSecond("goodput, requests/s", series.succeeded());
        long starved = IntStream.range(0, series.size())
                .filter(bin ->
                        2 * series.succeeded().get(bin) < series.offered().get(bin))
                .count();
        String sentence = "Offered load peaked at " + Amounts.digits(offered.most()) + "/s at "
                + bins.peakTime(offered) + "; goodput was "
                + (starved == 0
                        ? "never below half of it."
                        : "below half of it for " + Amounts.span(starved * bins.seconds()) + ".");
        List<Curve> curves = List.of(offered, goodput);
        return new Figure(
                "Offered load and goodput",
                sentence,
                new LineChart(bins.run(), curves).linear(sentence, 160, Amounts::count),
                bins.table(curves, Amounts::digits));
    }
}
