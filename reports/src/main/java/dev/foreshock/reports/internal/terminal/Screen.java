package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.figure.AftermathWords;
import dev.foreshock.reports.internal.figure.Figures;
import dev.foreshock.reports.internal.figure.FullSize;
import dev.foreshock.reports.internal.figure.Headline;
import dev.foreshock.reports.internal.figure.LookWords;
import dev.foreshock.reports.internal.figure.Tally;
import dev.foreshock.reports.internal.figure.Told;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import dev.foreshock.reports.internal.story.Story;
import dev.foreshock.reports.internal.story.StoryLine;
import dev.foreshock.reports.internal.story.StoryTeller;
import dev.foreshock.reports.internal.story.TimeSpent;
import dev.foreshock.reports.internal.text.Markup;
import dev.foreshock.reports.internal.text.Readings;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Puts together what a terminal shows after a run. */
public final class Screen {
    private static final int MOST_LINES = 20;
    private static final int TIME_GAP = 2;
    private static final int NOTE_WIDTH = 26;

    private final RunSet runs;
    private final Account account;
    private final RunContext context;
    private final Page page;
    private final Paint paint;
    private final StringBuilder screen = new StringBuilder();

    private Screen(RunSet runs, RunContext context, Page page) {
        this.runs = runs;
        account = Account.of(runs);
        this.context = context;
        this.page = page;
        paint = Paint.of(page);
    }

    /** Returns the text, ended by a line break. */
    public static String of(RunSet runs, RunContext context, String ending, Page page) {
        Screen screen = new Screen(runs, context, page);
        screen.line(Headline.of(screen.account, context));
        screen.fullSize();
        screen.verdicts();
        screen.line("");
        screen.story();
        screen.line("");
        screen.figures();
        screen.claims();
        screen.ending(ending);
        return screen.screen.toString();
    }

    private void fullSize() {
        if (!account.fullSize().isEmpty()) {
            Lines.wrap(FullSize.sentence(account.fullSize()), page.width()).forEach(text -> line(paint.faint(text)));
        }
    }

    private void verdicts() {
        String model = Tally.model(account);
        String system = Tally.system(account);
        if (model.isEmpty() && system.isEmpty()) {
            line("no record and no gates: nothing is judged");
            return;
        }
        String left = model.isEmpty()
                ? ""
                : paint.strong("MODEL") + "   " + paint.verdict(Tally.worst(account.record()), model);
        String right = system.isEmpty()
                ? ""
                : paint.strong("SYSTEM") + "  " + paint.verdict(Tally.worst(account.gates()), system);
        if (left.isEmpty() || right.isEmpty()) {
            line(left + right);
        } else if (Lines.width("MODEL   " + model + "        SYSTEM  " + system) <= page.width()) {
            line(left + "        " + right);
        } else {
            line(left);
            line(right);
        }
    }

    private void story() {
        if (Figures.isHealthy(runs.exemplarRun())) {
            line("no impact: no " + account.words().minute() + " falls below "
                    + runs.scenario().define().impact().below() + " success, and nobody is paged");
        }
        Story story = StoryTeller.tell(account, MOST_LINES);
        story.lines().forEach(this::storyLine);
        if (story.leftOut() > 0) {
            line(paint.faint("(" + story.leftOut() + " lesser changes left out; result.json has them)"));
        }
        timeSpent();
        if (runs.runs().size() > 1) {
            line(paint.faint("(above: " + Told.chosen(account) + "; below: means of "
                    + runs.runs().size() + ")"));
        }
    }

    private void storyLine(StoryLine told) {
        int indent = Times.ofDay(runs.scenario().clock(), 0).length() + TIME_GAP;
        String time = Lines.fit(told.when(runs.scenario().clock()), indent - TIME_GAP);
        String note = (told.mark().isEmpty() ? "" : "<- ") + told.markAndNote();
        int room = page.width() - indent - (note.isEmpty() ? 0 : NOTE_WIDTH + TIME_GAP);
        List<String> lines = Lines.wrap(told.text(), room);
        String first = time + " ".repeat(TIME_GAP) + lines.get(0);
        if (!note.isEmpty()) {
            first = time + " ".repeat(TIME_GAP) + Lines.fit(lines.get(0), room) + "  "
                    + (told.mark().isEmpty() ? note : paint.strong(note));
        }
        line(first);
        lines.stream().skip(1).forEach(text -> line(" ".repeat(indent) + text));
    }

    private void figures() {
        List<String> figures = new ArrayList<>();
        figure(figures, "users affected", Dimension.SHARE, Figures::affectedShare);
        figure(figures, "requests served", Dimension.SHARE, Figures::success);
        figure(
                figures,
                SetWords.OUTAGE_TOTAL + (Figures.impactNeverShare(runs) > 0 ? " at least" : ""),
                Dimension.TIME,
                Figures::impactTotal);
        figure(figures, "p99", Dimension.TIME, Figures.responseTime(ResponseTimes::p99));
        Lines.joined(figures, " · ", page.width()).forEach(this::line);
        AftermathWords.of(account)
                .forEach(sentence ->
                        Lines.wrap(Markup.printable(sentence), page.width()).forEach(this::line));
    }

    private void figure(List<String> figures, String name, Dimension dimension, ToDoubleFunction<RunResult> figure) {
        Estimate estimate = runs.estimate(figure);
        if (estimate != null) {
            String width = Readings.width(dimension, estimate);
            boolean bare = width.equals("n=1") || width.equals("±0");
            figures.add(name + " "
                    + Readings.value(
                            dimension, estimate.value(), runs.scenario().clock()) + (bare ? "" : " " + width));
        }
    }

    private void claims() {
        List<String> table = ClaimTable.of(runs, paint, page.width());
        if (!table.isEmpty()) {
            line("");
            table.forEach(this::unbroken);
            String looks = LookWords.note(account.ended());
            if (!looks.isEmpty()) {
                Lines.wrap(looks, page.width()).forEach(text -> line(paint.faint(text)));
            }
        }
        line("");
    }

    private void timeSpent() {
        TimeSpent spent = TimeSpent.of(account.exemplar());
        if (spent != null && spent.totalNanos() > 0) {
            line(TimeSpentLine.of(spent));
        }
    }

    private void ending(String ending) {
        if (context.report() != null) {
            unbroken("report  " + Markup.printable(context.report()));
        }
        if (!context.variants().isEmpty()) {
            unbroken("next    " + context.base().replaceFirst(" run ", " compare ") + "   # tries "
                    + (context.variants().size() == 1
                            ? "the variant "
                                    + Markup.printable(context.variants().get(0))
                            : context.variants().size() + " variants, alone and together"));
        }
        line(paint.verdict(runs.verdict(), ending));
    }

    private void line(String text) {
        Lines.within(text, page.width()).forEach(this::unbroken);
    }

    /** Writes what can be copied, such as a command: as it is, however long. */
    private void unbroken(String text) {
        screen.append(text).append('\n');
    }
}
