package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Outcomes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How the requests ended that did not succeed; there is none where all did, or where the file does not say. */
final class FailuresChart {
    private FailuresChart() {}

    static List<Figure> of(Bins bins) {
        TimeSeries series = bins.series();
        List<Map.Entry<String, List<Long>>> kinds = series.failures().entrySet().stream()
                .filter(kind -> total(kind.getValue()) > 0)
                .sorted(Comparator.comparingDouble(kind -> -total(kind.getValue())))
                .toList();
        if (kinds.isEmpty()) {
            return List.of();
        }
        List<Curve> curves = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, List<Long>> kind : kinds) {
            Curve curve = bins.perSecond(Outcomes.word(kind.getKey()) + ", requests/s", kind.getValue());
            curves.add(curve);
            parts.add(Amounts.count(total(kind.getValue())) + " " + Outcomes.word(kind.getKey()) + " (most at "
                    + bins.peakTime(curve) + ")");
        }
        double offered = total(series.offered());
        double failed = total(series.failed());
        String sentence = Amounts.count(failed) + " of " + Amounts.count(offered) + " requests failed, "
                + Amounts.share(failed / offered) + ": " + String.join(", ", parts) + ".";
        return List.of(new Figure(
                "Failures by kind",
                sentence,
                new LineChart(bins.run(), curves).linear(sentence, 110, Amounts::count),
                bins.table(curves, Amounts::digits)));
    }

    private static double total(List<Long> counts) {
        return counts.stream().mapToDouble(count -> count).sum();
    }
}
