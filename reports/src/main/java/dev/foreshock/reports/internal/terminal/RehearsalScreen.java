package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.forecast.Forecast;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.internal.figure.ForecastWords;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts together what a terminal shows of a rehearsal: what was foretold beside what was observed. */
public final class RehearsalScreen {
    private static final int REMARK = 5;

    private RehearsalScreen() {}

    /** Returns the text, ended by a line break. */
    public static String of(RehearsalReport report, Duration wall, String ending, Page page) {
        Rehearsed rehearsed = report.rehearsed();
        Forecast forecast = rehearsed.forecast();
        Paint paint = Paint.of(page);
        List<String> lines = new ArrayList<>();
        lines.add(Markup.printable(rehearsed.runs().scenario().name()) + " · rehearsed with real processes · seed "
                + forecast.seed() + " · " + Amounts.span(wall.toMillis() / 1e3));
        report.places().forEach((fault, place) -> lines.add("  " + Markup.printable(fault + ": " + place)));
        report.behind().forEach((component, what) -> lines.add("  " + Markup.printable(component + ": " + what)));
        lines.add("");
        lines.addAll(Grid.section(figures(rehearsed), page, REMARK));
        lines.add(ForecastWords.summary(rehearsed));
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

    private static List<String[]> figures(Rehearsed rehearsed) {
        List<String[]> rows = new ArrayList<>();
        rows.add(ForecastWords.HEADS.toArray(String[]::new));
        String phase = "";
        for (List<String> row : ForecastWords.rows(rehearsed)) {
            String[] cells = row.stream().map(Markup::printable).toArray(String[]::new);
            cells[0] = row.get(0).equals(phase) ? "" : cells[0];
            rows.add(cells);
            phase = row.get(0);
        }
        return rows;
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
