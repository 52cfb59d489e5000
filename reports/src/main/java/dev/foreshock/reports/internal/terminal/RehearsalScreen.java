package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.reports.Calibrated;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Rehearsal;
import dev.foreshock.reports.internal.figure.ChangedWords;
import dev.foreshock.reports.internal.figure.ForecastWords;
import dev.foreshock.reports.internal.figure.Headline;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts together what a terminal shows of a rehearsal: what was foretold beside what was observed. */
public final class RehearsalScreen {
    private static final int MEDIAN = 1;
    private static final int INTERVAL = 2;

    private RehearsalScreen() {}

    /** Returns the text, ended by a line break. */
    public static String of(RehearsalReport report, RunContext context, String ending, Page page) {
        Rehearsed rehearsed = report.rehearsed();
        Rehearsal told = Rehearsal.of(report);
        Paint paint = Paint.of(page);
        List<String> lines = new ArrayList<>();
        lines.add(head(report, context));
        report.places().forEach((fault, place) -> lines.add("  " + Markup.printable(fault + ": " + place)));
        report.others().forEach((component, what) -> lines.add("  " + Markup.printable(component + ": " + what)));
        lines.add("");
        lines.addAll(figures(told, page.width()));
        lines.add("");
        lines.add(ForecastWords.summary(told));
        ForecastWords.hint(told).ifPresent(lines::add);
        lines.add("on time: 99 % of what the twin did was at most " + millis(report.late()) + " late, the latest "
                + millis(report.mostLate()) + "; what is later than that is the machine's");
        LoadSeen load = report.load();
        if (load != null) {
            lines.add(Markup.printable(load.text()));
        }
        lines.add("");
        lines.addAll(ClaimTable.of(rehearsed.runs(), paint, page.width()));
        lines.add(paint.verdict(rehearsed.runs().verdict(), ending));
        return lines.stream()
                .flatMap(line -> Lines.within(line, page.width()).stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Says what was rehearsed, as the page does, and what was known of the machine before. */
    private static String head(RehearsalReport report, RunContext context) {
        RunSet runs = report.rehearsed().runs();
        List<String> parts = new ArrayList<>();
        parts.add(Markup.printable(runs.scenario().name()));
        String changes = ChangedWords.of(context.origin());
        if (!changes.isEmpty()) {
            parts.add(Markup.printable(changes));
        }
        parts.add("rehearsed with real processes");
        if (runs.scale() != 1) {
            parts.add("scale " + Headline.scale(runs.scale()));
        }
        parts.add("seed " + report.rehearsed().forecast().seed());
        Calibrated calibrated = report.calibrated();
        if (calibrated != null) {
            parts.add(Markup.printable(calibrated.text()));
        }
        parts.add(Amounts.span(context.wall().toMillis() / 1e3));
        return String.join(" · ", parts);
    }

    /** The phase is a column; where names of phases are so long that rows would not fit, it stands above its rows. */
    private static List<String> figures(Rehearsal told, int width) {
        List<List<String>> rows = ForecastWords.rows(told);
        Grid beside = new Grid("", cells(ForecastWords.HEADS));
        Grid below = new Grid("  ", cells(ForecastWords.HEADS.subList(1, ForecastWords.HEADS.size())));
        String phase = "";
        for (List<String> row : rows) {
            String[] cells = cells(row);
            if (row.get(0).equals(phase)) {
                cells[0] = "";
            } else {
                below.title(cells[0]);
            }
            beside.row(cells);
            below.row(cells(row.subList(1, row.size())));
            phase = row.get(0);
        }
        // The median says least: the interval is around it.
        return beside.fits(width)
                ? beside.lines(Paint.PLAIN, width)
                : below.lines(Paint.PLAIN, width, MEDIAN, INTERVAL);
    }

    private static String[] cells(List<String> row) {
        return row.stream().map(Markup::printable).toArray(String[]::new);
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
