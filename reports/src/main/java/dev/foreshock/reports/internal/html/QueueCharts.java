package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where calls waited, and how many calls components held; the same components in both, with the same look. */
final class QueueCharts {
    private final Bins bins;
    private final Busiest busiest;

    private QueueCharts(Bins bins) {
        this.bins = bins;
        busiest = Busiest.of(bins);
    }

    static List<Figure> of(Bins bins) {
        QueueCharts charts = new QueueCharts(bins);
        List<Figure> figures = new ArrayList<>();
        charts.chart(figures, "Calls waiting in queues", "waiting", "waited");
        charts.chart(figures, "Calls in flight", "inFlight", "were in flight");
        return figures;
    }

    private void chart(List<Figure> figures, String title, String gauge, String verb) {
        Map<String, List<Double>> all = bins.gauges(gauge);
        List<Curve> curves = busiest.shown().stream()
                .filter(all::containsKey)
                .map(name -> bins.curve(name, all.getOrDefault(name, List.of())))
                .toList();
        if (!curves.isEmpty()) {
            String sentence = peaks(curves, verb) + leftOut(all, verb);
            figures.add(new Figure(
                    title,
                    sentence,
                    new LineChart(bins.run(), curves).linear(sentence, 130, Amounts::count),
                    bins.table(curves, Amounts::count)));
        }
    }

    private String peaks(List<Curve> curves, String verb) {
        List<Curve> ranked = curves.stream()
                .sorted(Comparator.comparingDouble(curve -> -curve.most()))
                .toList();
        Curve first = ranked.get(0);
        if (first.most() == 0) {
            return "No calls " + verb + " in " + (curves.size() == 1 ? first.name() : "any of these")
                    + " when it was looked at, every " + Amounts.span(bins.seconds()) + ".";
        }
        String others = ranked.stream()
                .skip(1)
                .filter(curve -> curve.most() > 0)
                .map(curve -> Amounts.count(curve.most()) + " in " + curve.name())
                .collect(Collectors.joining(", "));
        String none = ranked.stream()
                .filter(curve -> curve.most() == 0)
                .map(Curve::name)
                .collect(Collectors.joining(", "));
        return "When looked at, every " + Amounts.span(bins.seconds()) + ", up to " + Amounts.count(first.most())
                + " calls " + verb + " in " + first.name() + ", at " + bins.lookTime(first)
                + (others.isEmpty() ? "" : "; up to " + others)
                + (none.isEmpty() ? "." : "; none in " + none + ".");
    }

    private String leftOut(Map<String, List<Double>> all, String verb) {
        List<String> others =
                busiest.leftOut().stream().filter(all::containsKey).toList();
        if (others.isEmpty()) {
            return "";
        }
        double most = others.stream()
                .mapToDouble(name -> Bins.most(all.getOrDefault(name, List.of())))
                .max()
                .orElse(0);
        return " Not drawn: " + Names.of(others) + "; at most " + Amounts.count(most) + " " + verb + " in one of them.";
    }
}
