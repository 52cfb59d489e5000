package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.html.Frame.paragraph;

import dev.foreshock.engine.steady.SteadyMeasure;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.internal.account.SteadyAccount;
import dev.foreshock.reports.internal.text.SteadyWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The batches of each measure over time; where there are many measures, of those that are looked at first. */
final class BatchCharts {
    private static final int MOST = 16;

    private BatchCharts() {}

    static String of(SteadyAccount account) {
        SteadyRun run = account.run();
        List<Map.Entry<String, SteadyMeasure>> all = run.measures().entrySet().stream()
                .filter(measure -> measure.getValue().batches().stream().anyMatch(Double::isFinite))
                .sorted(Comparator.comparingInt((Map.Entry<String, SteadyMeasure> measure) -> rank(measure))
                        .thenComparing(measure -> -weight(measure))
                        .thenComparing(measure -> measure.getKey()))
                .toList();
        List<Map.Entry<String, SteadyMeasure>> drawn = all.subList(0, Math.min(MOST, all.size()));
        List<String> others = all.subList(drawn.size(), all.size()).stream()
                .map(Map.Entry::getKey)
                .toList();
        return "<h2 id=\"batches\">Batches over time</h2>\n"
                + paragraph(
                        "",
                        "What each measure was in each of the " + run.batches() + " batches, of "
                                + SteadyWords.span(run.batchNanos())
                                + " each, with its value over all of them and the interval of 95 %. Where the system is steady, batches lie around the value without a trend.")
                + (others.isEmpty()
                        ? ""
                        : paragraph(
                                " class=\"quiet\"",
                                "Drawn are " + drawn.size() + " of " + all.size()
                                        + " measures; the table has the others: " + String.join(", ", others) + "."))
                + drawn.stream()
                        .map(measure -> new BatchChart(account, measure.getKey(), measure.getValue())
                                .figure()
                                .html())
                        .collect(Collectors.joining());
    }

    /** What all requests see comes first, then what cannot be trusted, then components, then classes of requests. */
    private static int rank(Map.Entry<String, SteadyMeasure> measure) {
        boolean isOfPart = measure.getKey().endsWith(")");
        return !isOfPart ? 0 : !measure.getValue().isIndependent() ? 1 : isUtilization(measure) ? 2 : 3;
    }

    /** The busiest component first. */
    private static double weight(Map.Entry<String, SteadyMeasure> measure) {
        return isUtilization(measure) ? measure.getValue().estimate().value() : 0;
    }

    private static boolean isUtilization(Map.Entry<String, SteadyMeasure> measure) {
        return measure.getKey().startsWith("utilization(");
    }
}
