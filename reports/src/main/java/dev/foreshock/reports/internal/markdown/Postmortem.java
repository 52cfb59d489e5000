package dev.foreshock.reports.internal.markdown;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.Given;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.DrawnKnob;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.AffectedWords;
import dev.foreshock.reports.internal.figure.AftermathWords;
import dev.foreshock.reports.internal.figure.ChangedWords;
import dev.foreshock.reports.internal.figure.LookWords;
import dev.foreshock.reports.internal.figure.Tally;
import dev.foreshock.reports.internal.figure.Told;
import dev.foreshock.reports.internal.figure.compare.Draws;
import dev.foreshock.reports.internal.figure.compare.TwoMeans;
import dev.foreshock.reports.internal.story.ChainWords;
import dev.foreshock.reports.internal.story.Sentences;
import dev.foreshock.reports.internal.story.StoryLine;
import dev.foreshock.reports.internal.story.StoryTeller;
import dev.foreshock.reports.internal.story.TimeSpent;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Readings;
import dev.foreshock.reports.internal.text.Times;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders {@code postmortem.md}, in the form in which people write them. */
public final class Postmortem {
    private static final int MOST_LINES = 40;

    private final Account account;
    private final RunContext context;
    private final Markdown text = new Markdown();

    private Postmortem(Account account, RunContext context) {
        this.account = account;
        this.context = context;
    }

    /** Returns the file's text; without {@code measures}, what to do is left open. */
    public static String render(Account account, @Nullable Measures measures, RunContext context) {
        Postmortem postmortem = new Postmortem(account, context);
        postmortem.summary(measures);
        postmortem.timeline();
        RootCause.write(postmortem.text, account, Optional.ofNullable(measures), context);
        postmortem.response();
        postmortem.resolution();
        if (measures == null) {
            postmortem.withoutMeasures();
        } else {
            MeasuresPart.write(postmortem.text, measures, context);
        }
        postmortem.basis(measures);
        return postmortem.text.toString();
    }

    private void summary(@Nullable Measures measures) {
        text.heading(1, "Postmortem: " + account.scenario());
        text.paragraph(account.about());
        String changes = ChangedWords.of(context.origin());
        if (!changes.isEmpty()) {
            text.paragraph("Not as the file has it: this is what happens " + changes + ".");
        }
        text.paragraph((account.world().equals("staging")
                        ? "This was drafted from a rehearsal: it tells what happened once to real processes that stand for the system."
                        : "This was drafted from " + account.world()
                                + " runs: it tells what happens in a model of the system.")
                + " People, decisions and customers are for you to add.");
        text.heading(2, "Summary");
        if (account.replications() > 1) {
            text.paragraph("Figures with ± are means of " + account.replications()
                    + " replications. Times of day are of " + Told.chosen(account) + ".");
        }
        if (measures != null) {
            text.paragraph("Every number is as written here. " + TwoMeans.sentence(account, measures));
        }
        figure("Duration", "durationSeconds", Dimension.TIME, " from the first page until all was back");
        figure(
                account.mayLastLonger() ? "Outage total, at least" : "Outage total",
                "totalSeconds",
                Dimension.TIME,
                " with too little success, all impacts together");
        impact();
        text.item("Verdict", verdict());
        text.blank();
        text.paragraph(AffectedWords.sentence(account));
        text.paragraph(String.join(" ", Sentences.about(account)));
        String aftermath = AftermathWords.paragraph(account);
        if (!aftermath.isEmpty()) {
            text.paragraph(aftermath);
        }
    }

    private void figure(String label, String name, Dimension dimension, String of) {
        Estimate estimate = account.figures().get(name);
        if (estimate != null) {
            text.item(label, estimate.value() == 0 ? "none" : figure(dimension, estimate) + of);
        }
    }

    private void impact() {
        Estimate share = account.figures().get("affectedShare");
        Estimate affected = account.figures().get("affected");
        Estimate total = account.figures().get("total");
        if (share != null && affected != null && total != null) {
            text.item(
                    "Users affected",
                    figure(Dimension.SHARE, share) + ", " + Amounts.count(Math.rint(affected.value())) + " of "
                            + Amounts.count(Math.rint(total.value())));
        }
        Estimate failed = account.figures().get("failed");
        Estimate offered = account.figures().get("offered");
        if (failed != null && offered != null) {
            text.item(
                    "Requests failed",
                    figure(Dimension.COUNT, failed) + " of " + Amounts.count(Math.rint(offered.value())));
        }
    }

    private String figure(Dimension dimension, Estimate estimate) {
        return Readings.both(dimension, estimate, account.exemplar().clock());
    }

    private String verdict() {
        String model = Tally.model(account);
        String system = Tally.system(account);
        String said = (model.isEmpty() ? "" : "the model " + model)
                + (model.isEmpty() || system.isEmpty() ? "" : "; ")
                + (system.isEmpty() ? "" : "the system: " + system);
        return said.isEmpty() ? "nothing is claimed, so nothing is judged" : said;
    }

    private void timeline() {
        text.heading(2, "Timeline");
        var start = account.exemplar().clock().start();
        text.paragraph("Times are of " + start.toLocalDate() + ", UTC"
                + (start.getOffset().getTotalSeconds() == 0
                        ? ""
                        : start.getOffset().toString())
                + (account.replications() == 1 ? "." : "; this is " + Told.chosen(account) + ".")
                + (account.words().isToTheMinute() ? " Times without seconds are known to the minute." : ""));
        List<StoryLine> lines = StoryTeller.tell(account, MOST_LINES).lines();
        if (lines.isEmpty()) {
            text.paragraph("Nothing worth telling happened.");
            return;
        }
        text.head("when", "what happened", "");
        for (StoryLine line : lines) {
            text.row(line.when(account.exemplar().clock()), line.text(), line.markAndNote());
        }
        text.blank();
    }

    private void response() {
        TimeSpent spent = TimeSpent.of(account.exemplar());
        if (spent == null || spent.totalNanos() == 0) {
            return;
        }
        text.heading(2, "Where the time went");
        if (account.replications() > 1) {
            text.paragraph("In " + Told.replication(account) + ", from the start of the first bad "
                    + account.words().minute() + " on.");
        }
        text.head("phase", "took", "share");
        for (TimeSpent.Stretch stretch : spent.stretches()) {
            text.row(
                    stretch.name(),
                    Amounts.span(stretch.nanos() / 1e9),
                    Math.round(100.0 * stretch.nanos() / spent.totalNanos()) + " %");
        }
        text.blank();
        text.paragraph(TimeSpent.RULE);
    }

    private void resolution() {
        text.heading(2, "Resolution");
        if (account.isHealthy()) {
            text.paragraph("There was nothing to resolve.");
            return;
        }
        text.paragraph(ChainWords.sentence(Sentences.resolution(account)));
        account.exemplar()
                .journal()
                .of(Event.STEP_FAILED)
                .limit(5)
                .forEach(failed -> text.item("Did not help", time(failed.atNanos()) + ": " + failed.text()));
        account.exemplar()
                .journal()
                .of(Event.ACTED)
                .limit(MOST_LINES)
                .forEach(acted -> text.item(time(acted.atNanos()) + ", " + acted.who() + ": " + acted.text()));
        text.blank();
    }

    private void withoutMeasures() {
        text.heading(2, "Corrective measures");
        if (context.variants().isEmpty()) {
            text.paragraph("The scenario declares none to try: give it variants.");
            return;
        }
        text.paragraph("Declared, and not compared in this run: " + String.join(", ", context.variants())
                + ". What each would have changed, and at what price:");
        text.command(context.base().replaceFirst(" run ", " compare "));
    }

    private void basis(@Nullable Measures measures) {
        text.heading(2, "What this rests on");
        List<DrawnKnob> knobs = Draws.all(context.background().givens(), measures);
        for (DrawnKnob knob : knobs) {
            Given given = knob.given();
            String basis =
                    given.basis().isEmpty() ? "basis not said" : given.basis().toLowerCase(Locale.ROOT);
            text.item(
                    given.name(),
                    given.is() + (given.range().isEmpty() ? "" : ", from " + given.range()) + " (" + basis
                            + (given.source().isEmpty() ? "" : ": " + given.source()) + ")"
                            + (knob.only().isEmpty() ? "" : "; only with " + Draws.applies(knob)));
        }
        if (knobs.isEmpty()) {
            text.item("The file marks no number as uncertain.");
        }
        if (measures != null) {
            text.item(Draws.chance(measures));
        }
        text.item((measures == null ? "" : "For the scenario as it happened, ")
                + (account.replications() == 1
                        ? "n=1 is one run alone: how far chance moves its figures is not known."
                        : "± is a 95 % confidence interval over " + account.replications()
                                + " replications: it shows chance, not how well the inputs are known.")
                + LookWords.sentence(account.ended()));
        text.blank();
        text.command(context.command());
    }

    private String time(long nanos) {
        return Times.ofDay(account.exemplar().clock(), nanos);
    }
}
