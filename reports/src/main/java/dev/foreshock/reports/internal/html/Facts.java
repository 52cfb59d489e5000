package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.figure.LookWords;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of the page to look things up in: figures by component, what was given, and how to repeat the run. */
final class Facts {
    private Facts() {}

    /** Returns the part about components: who calls whom, and what each of them did. */
    static String components(Account account) {
        String figures = TopologyChart.of(account).stream().map(Figure::html).collect(Collectors.joining())
                + ComponentTable.of(account);
        return figures.isEmpty() ? "" : "<h2>Components</h2>\n" + figures;
    }

    static String givens(List<Given> givens) {
        if (givens.isEmpty()) {
            return "<p>The file marks no number as uncertain: what its numbers rest on is not said.</p>\n";
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
        return "<p>What the file marks as not known exactly. What its other numbers rest on, it does not say.</p>\n"
                + table;
    }

    static String origin(Account account, RunContext context) {
        String circumstances = context.started().equals(Instant.EPOCH)
                ? "the circumstances were not kept"
                : "Foreshock " + context.version() + " on Java " + context.java() + ", " + context.started();
        return (context.command().isEmpty() ? "" : "<p><code>" + escape(context.command()) + "</code></p>\n")
                + "<p>Seed " + account.seed() + ", " + account.replications() + " replications, "
                + escape(account.world()) + "; " + escape(circumstances)
                + ". Intervals marked ± are 95 % confidence intervals over replications: they show chance, not how well the inputs are known."
                + escape(LookWords.sentence(account.ended())) + "</p>\n";
    }
}
