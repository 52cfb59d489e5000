package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.figure.Told;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Outcomes;
import dev.foreshock.reports.internal.text.Readings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What each component did, as a table; the busiest one in a sentence. */
final class ComponentTable {
    private final Account account;
    private final Map<String, List<Double>> waiting;
    private final Map<String, List<Double>> held;
    private final Bins bins;

    private ComponentTable(Account account) {
        this.account = account;
        bins = new Bins(account.exemplar());
        waiting = bins.gauges("waiting");
        held = bins.gauges("inFlight");
    }

    static String of(Account account) {
        return account.components().isEmpty() ? "" : new ComponentTable(account).html();
    }

    private String html() {
        Table table = Table.fitting(
                "Figures by component",
                "component",
                "utilization",
                "in flight, most seen",
                "waiting, most seen",
                "crashes",
                "failures by kind",
                "waiting time",
                "response time",
                "arrivals",
                "completions");
        account.components()
                .forEach((name, figures) -> table.row(
                        escape(name),
                        cell(figures, "utilization", Dimension.SHARE),
                        most(held, name),
                        most(waiting, name),
                        cell(figures, "crashes", Dimension.COUNT),
                        failures(name),
                        cell(figures, "waitingTime", Dimension.TIME),
                        cell(figures, "responseTime", Dimension.TIME),
                        cell(figures, "arrivals", Dimension.COUNT),
                        cell(figures, "completions", Dimension.COUNT)));
        return "<h3>What each component did</h3>\n<p>" + escape(busiest()) + "</p>\n" + table
                + "<p class=\"quiet\">Means over the whole run and all replications, ± 95 %. What was in flight and waiting"
                + " is of " + Told.replication(account) + ", looked at every " + Amounts.span(bins.seconds())
                + ": a crash between two looks holds more." + uncounted() + "</p>\n";
    }

    /** Says of whom nobody knows what arrived. */
    private String uncounted() {
        String names = account.components().entrySet().stream()
                .filter(component -> !component.getValue().containsKey("arrivals"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? ""
                : " Nobody counted the calls to " + escape(names)
                        + ": what sent them is not Foreshock's, or was gone at the end.";
    }

    private String busiest() {
        return account.components().entrySet().stream()
                .filter(component -> component.getValue().containsKey("utilization"))
                .max(Comparator.comparingDouble(component -> utilization(component.getValue())))
                .map(component -> "Busiest over the whole run was " + component.getKey() + ": its workers were busy "
                        + Amounts.share(utilization(component.getValue())) + " of the time that they were up.")
                .orElse("No component has workers to be busy.");
    }

    private static double utilization(Map<String, Estimate> figures) {
        Estimate estimate = figures.get("utilization");
        return estimate == null ? 0 : estimate.value();
    }

    private static String most(Map<String, List<Double>> gauges, String name) {
        List<Double> values = gauges.get(name);
        return values == null ? "–" : Amounts.count(Bins.most(values));
    }

    private String failures(String name) {
        Map<String, Estimate> kinds = account.failures().get(name);
        if (kinds == null) {
            return "–";
        }
        return kinds.isEmpty()
                ? "none"
                : escape(kinds.entrySet().stream()
                        .map(kind -> Amounts.count(kind.getValue().value()) + " " + Outcomes.word(kind.getKey()))
                        .collect(Collectors.joining(", ")));
    }

    private String cell(Map<String, Estimate> figures, String name, Dimension dimension) {
        Estimate estimate = figures.get(name);
        return estimate == null
                ? "–"
                : escape(Readings.both(dimension, estimate, account.exemplar().clock()));
    }
}
