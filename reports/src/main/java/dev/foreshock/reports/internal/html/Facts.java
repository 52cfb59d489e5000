package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.Given;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.text.Readings;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The parts of the page to look things up in: figures by component, what was given, and how to repeat the run. */
final class Facts {
    private Facts() {}

    static String components(Account account) {
        if (account.components().isEmpty()) {
            return "";
        }
        Table table = new Table(
                "Figures by component",
                "component",
                "arrivals",
                "completions",
                "utilization",
                "queue length",
                "waiting time",
                "response time");
        account.components()
                .forEach((name, figures) -> table.row(
                        escape(name),
                        cell(account, figures, "arrivals", Dimension.COUNT),
                        cell(account, figures, "completions", Dimension.COUNT),
                        cell(account, figures, "utilization", Dimension.SHARE),
                        cell(account, figures, "queueLength", Dimension.COUNT),
                        cell(account, figures, "waitingTime", Dimension.TIME),
                        cell(account, figures, "responseTime", Dimension.TIME)));
        return "<p class=\"quiet\">Means over the whole run and all replications, ± 95 %.</p>\n" + table;
    }

    private static String cell(Account account, Map<String, Estimate> figures, String name, Dimension dimension) {
        Estimate estimate = figures.get(name);
        return estimate == null
                ? "–"
                : escape(Readings.both(dimension, estimate, account.exemplar().clock()));
    }

    static String givens(List<Given> givens) {
        if (givens.isEmpty()) {
            return "<p>The file marks no number as uncertain, so every number in it counts as a fact.</p>\n";
        }
        Table table = new Table("Numbers that are not known exactly", "number", "value", "range", "basis", "source");
        for (Given given : givens) {
            table.row(
                    "<code>" + escape(given.name()) + "</code>",
                    escape(given.is()),
                    given.range().isEmpty() ? "–" : escape(given.range()),
                    given.basis().isEmpty() ? "not said" : escape(given.basis()),
                    escape(given.source()));
        }
        return "<p>What the file marks as not known exactly. Everything else in it counts as a fact.</p>\n" + table;
    }

    static String origin(Account account, RunContext context) {
        String circumstances = context.started().equals(Instant.EPOCH)
                ? "the circumstances were not kept"
                : "Foreshock " + context.version() + " on Java " + context.java() + ", " + context.started();
        return (context.command().isEmpty() ? "" : "<p><code>" + escape(context.command()) + "</code></p>\n")
                + "<p>Seed " + account.seed() + ", " + account.replications() + " replications, "
                + escape(account.world()) + "; " + escape(circumstances)
                + ". Intervals marked ± are 95 % confidence intervals over replications: they show chance, not how well the inputs are known.</p>\n";
    }
}
