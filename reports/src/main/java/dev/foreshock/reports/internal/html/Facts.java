package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.DrawnKnob;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.LookWords;
import dev.foreshock.reports.internal.figure.compare.Draws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of the page to look things up in: figures by component, what was given, and how to repeat the run. */
final class Facts {
    private Facts() {}

    /** Returns the part about components: who calls whom, and what each of them did. */
    static String components(Account account) {
        String figures = TopologyChart.of(account).stream().map(Figure::html).collect(Collectors.joining())
                + ComponentTable.of(account);
        return figures.isEmpty() ? "" : "<h2 id=\"components\">Components</h2>\n" + figures;
    }

    /** Returns the numbers that are not known exactly, of the scenario and of measures that bring their own. */
    static String givens(List<Given> givens, @Nullable Measures measures) {
        List<DrawnKnob> knobs = Draws.all(givens, measures);
        if (knobs.isEmpty()) {
            return "<p>The file marks no number as uncertain: what its numbers rest on is not said.</p>\n";
        }
        List<String> heads = new ArrayList<>(List.of("number", "value", "range", "basis", "source"));
        if (measures != null) {
            heads.add("applies to");
        }
        Table table = Table.fitting("Numbers that are not known exactly", heads.toArray(String[]::new));
        for (DrawnKnob knob : knobs) {
            Given given = knob.given();
            List<String> cells = new ArrayList<>(List.of(
                    "<code>" + escape(given.name()) + "</code>",
                    escape(given.is()),
                    given.range().isEmpty() ? "–" : escape(given.range()),
                    given.basis().isEmpty() ? "not said" : escape(given.basis()),
                    escape(given.source())));
            if (measures != null) {
                cells.add(escape(Draws.applies(knob)));
            }
            table.row(cells.toArray(String[]::new));
        }
        return "<p>What the file marks as not known exactly. What its other numbers rest on, it does not say.</p>\n"
                + table;
    }

    static String origin(Account account, @Nullable Measures measures, RunContext context) {
        String circumstances = context.started().equals(Instant.EPOCH)
                ? "the circumstances were not kept"
                : "Foreshock " + context.version() + " on Java " + context.java() + ", " + context.started();
        return (context.command().isEmpty() ? "" : "<p><code>" + escape(context.command()) + "</code></p>\n")
                + (measures == null ? "" : "<p>" + escape(Draws.chance(measures)) + "</p>\n")
                + "<p>" + (measures == null ? "" : "The scenario as it happened: ") + "Seed " + account.seed() + ", "
                + account.replications() + (account.replications() == 1 ? " replication, " : " replications, ")
                + escape(account.world()) + "; " + escape(circumstances)
                + (account.replications() == 1
                        ? ". n=1 is one run alone: how far chance moves its figures is not known."
                        : ". Intervals marked ± are 95 % confidence intervals over replications: they show chance, not how well the inputs are known.")
                + escape(LookWords.sentence(account.ended())) + "</p>\n";
    }
}
