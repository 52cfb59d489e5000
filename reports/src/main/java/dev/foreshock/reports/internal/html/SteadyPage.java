package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.html.Frame.link;
import static dev.foreshock.reports.internal.html.Frame.paragraph;
import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Ruling;
import dev.foreshock.reports.internal.account.SteadyAccount;
import dev.foreshock.reports.internal.text.SteadyWords;
import java.time.Instant;

/** Renders {@code report.html} of a steady run: what was asked, what does not count, what is measured, and how sure that is. */
public final class SteadyPage {
    private static final String QUIET = " class=\"quiet\"";

    private final SteadyAccount account;
    private final SteadyRun run;
    private final RunContext context;

    private SteadyPage(SteadyAccount account, RunContext context) {
        this.account = account;
        this.run = account.run();
        this.context = context;
    }

    /** Returns the file's text. */
    public static String render(SteadyAccount account, RunContext context) {
        SteadyPage page = new SteadyPage(account, context);
        String title =
                account.gates().isEmpty() ? "the long run" : account.verdict().text();
        return Frame.of(account.scenario() + ": " + title, "verdict", "verdict", page.header(title), page.content());
    }

    private String header(String title) {
        return "<h1>" + escape(account.scenario()) + ": "
                + (account.gates().isEmpty() ? escape(title) : Sections.badge(account.verdict())) + "</h1>\n"
                + paragraph("", account.about())
                + paragraph(QUIET, SteadyWords.headline(account.scenario(), run, context.wall()))
                + "<nav aria-label=\"Contents\"><ul>\n"
                + link("verdict", "Verdict")
                + link("asked", "What was asked")
                + link("warm-up", "Warm-up")
                + (run.measures().isEmpty() ? "" : link("measures", "Measures") + link("batches", "Batches over time"))
                + link("given", "What is fact, chosen and calibrated")
                + link("repeat", "How to repeat it") + "</ul></nav>\n";
    }

    private String content() {
        return "<h2 id=\"verdict\" tabindex=\"-1\">Verdict</h2>\n"
                + gates()
                + notJudged()
                + "<h2 id=\"asked\">What was asked</h2>\n"
                + paragraph("", asked())
                + "<h2 id=\"warm-up\">Warm-up</h2>\n"
                + WarmUpSection.of(account)
                + (run.measures().isEmpty() ? "" : measures() + BatchCharts.of(account))
                + "<h2 id=\"given\">What is fact, chosen and calibrated</h2>\n"
                + Facts.givens(context.background().givens(), null)
                + "<h2 id=\"repeat\">How to repeat it</h2>\n"
                + repeat();
    }

    private String gates() {
        if (account.gates().isEmpty()) {
            return paragraph(
                    "",
                    account.unjudged().isEmpty()
                            ? "Nothing is claimed, so nothing is judged."
                            : "No gate of the scenario says anything about the long run, so nothing is judged.");
        }
        Table table = Table.fitting(
                "What was claimed, and what was observed", "gate", "observed ± 95 %", "wanted", "verdict");
        for (Ruling gate : account.gates()) {
            table.row(
                    escape(gate.name()),
                    Table.unbroken(gate.observed()),
                    escape(gate.claim()),
                    Sections.badge(gate.verdict()) + escape(gate.reason().isEmpty() ? "" : " " + gate.reason()));
        }
        return table
                + paragraph(
                        QUIET,
                        "A gate holds where the whole interval is on the good side of its limit, is lost where all of it is on the bad one, and is not decided else.");
    }

    private String notJudged() {
        if (account.unjudged().isEmpty()) {
            return "";
        }
        Table table = Table.fitting("What was not judged, and why", "gate", "wanted", "why it was not judged");
        account.unjudged().forEach(gate -> table.row(escape(gate.name()), escape(gate.claim()), escape(gate.reason())));
        return "<h3>Not judged</h3>\n" + table;
    }

    private String asked() {
        return "What does the system do in the long run, when its start no longer matters? It ran once, for "
                + SteadyWords.span(run.lengthNanos()) + ", with seed " + run.seed() + ". The warm-up was "
                + (run.warmUp().method() == WarmUp.Method.GIVEN
                        ? "given: " + SteadyWords.span(run.warmUp().nanos())
                        : "to be found by MSER-5 in a first run, and a second one with the same draws measured")
                + ". Intervals of 95 % rest on " + run.batches() + " batches of equal length"
                + (run.measures().isEmpty() ? "" : ", each of " + SteadyWords.span(run.batchNanos())) + ".";
    }

    private String measures() {
        Table table = Table.fitting(
                "What was measured after the warm-up",
                "measure",
                "value",
                "95 %",
                "from",
                "to",
                "correlation",
                "trust");
        run.measures().forEach((name, measure) -> {
            Estimate mean = measure.estimate();
            String trust = SteadyWords.trust(measure, run);
            table.row(
                    escape(name),
                    Table.unbroken(SteadyWords.number(name, mean.value())),
                    Table.unbroken("± " + SteadyWords.number(name, mean.halfWidth())),
                    Table.unbroken(SteadyWords.number(name, mean.low())),
                    Table.unbroken(SteadyWords.number(name, mean.high())),
                    SteadyWords.correlation(measure),
                    escape(trust.isEmpty() ? "no, as others are not" : trust));
        });
        return "<h2 id=\"measures\">Measures</h2>\n"
                + paragraph("", sentence(SteadyWords.warmUp(run)))
                + table
                + paragraph(
                        QUIET,
                        "Correlation is that of a batch with the next. Intervals are what they say only where batches do not hang together, which von Neumann's ratio asks at 5 % of batches down to a quarter of the length; where those of one measure do, no interval is to be trusted, as all are of one recording. They show chance, not how well the inputs are known.");
    }

    private String repeat() {
        String circumstances = context.started().equals(Instant.EPOCH)
                ? "the circumstances were not kept"
                : "Foreshock " + context.version() + " on Java " + context.java() + ", " + context.started();
        return (context.command().isEmpty() ? "" : "<p><code>" + escape(context.command()) + "</code></p>\n")
                + paragraph("", "Seed " + run.seed() + ", one run; " + circumstances + ".");
    }

    /** Returns words as a sentence. */
    static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
