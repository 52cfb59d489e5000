package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Amounts;
import java.util.List;

/** How long requests took, with those that were shed, refused or timed out. */
final class ResponseChart {
    private ResponseChart() {}

    static Figure of(Bins bins) {
        Curve median = bins.curve("p50", bins.series().p50());
        Curve tail = bins.curve("p99", bins.series().p99());
        String sentence = "The 99 % quantile of the response time was highest at " + bins.peakTime(tail) + ", at "
                + Amounts.span(tail.most()) + "; the median was at most " + Amounts.span(median.most())
                + ". Requests that failed count with the time until they failed, so refusals lower both and time-outs raise"
                + " them.";
        List<Curve> curves = List.of(median, tail);
        return new Figure(
                "Response time of all requests, also of those that failed (logarithmic)",
                sentence,
                new LineChart(bins.run(), curves).logarithmic(sentence, 160, Amounts::span),
                bins.table(curves, Amounts::span));
    }
}
