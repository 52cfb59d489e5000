package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.live.Figure;
import dev.foreshock.engine.live.Figure.Kind;
import dev.foreshock.engine.live.Forecast;
import dev.foreshock.engine.live.Forecast.Foretold;
import dev.foreshock.engine.live.Rehearsed;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        lines.add("");
        lines.addAll(table(figures(rehearsed), page));
        lines.add(summary(rehearsed));
        lines.add("on time: 99 % of what the twin did was at most " + millis(report.late()) + " late, the latest "
                + millis(report.mostLate()) + "; what is later than that is the machine's");
        lines.add("");
        lines.addAll(ClaimTable.of(rehearsed.runs(), paint, page.width()));
        lines.add(paint.verdict(rehearsed.runs().verdict(), ending));
        return lines.stream()
                .flatMap(line -> Lines.within(line, page.width()).stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String[]> figures(Rehearsed rehearsed) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"phase", "figure", "predicted", "90 % of runs", "observed", ""});
        String phase = "";
        for (Figure figure : rehearsed.figures()) {
            Foretold foretold = rehearsed.forecast().foretold().get(figure);
            Double observed = rehearsed.observed().get(figure);
            rows.add(new String[] {
                figure.phase().equals(phase) ? "" : Markup.printable(figure.phase()),
                figure.kind().text(),
                foretold == null ? "-" : number(figure.kind(), foretold.median()),
                foretold == null
                        ? "-"
                        : number(figure.kind(), foretold.low()) + " .. " + number(figure.kind(), foretold.high()),
                observed == null ? "-" : number(figure.kind(), observed),
                remark(foretold, observed, rehearsed.forecast().replications())
            });
            phase = figure.phase();
        }
        return rows;
    }

    private static String remark(@Nullable Foretold foretold, @Nullable Double observed, int replications) {
        if (foretold == null) {
            return "never simulated";
        } else if (observed == null) {
            return foretold.observedIn() < replications ? "seldom" : "missing";
        }
        return foretold.holds(observed) ? "inside" : observed < foretold.low() ? "below" : "above";
    }

    private static String summary(Rehearsed rehearsed) {
        long both = 0;
        long inside = 0;
        for (Figure figure : rehearsed.figures()) {
            Foretold foretold = rehearsed.forecast().foretold().get(figure);
            Double observed = rehearsed.observed().get(figure);
            if (foretold != null && observed != null) {
                both++;
                inside += foretold.holds(observed) ? 1 : 0;
            }
        }
        return inside + " of " + both + " figures lie where 90 % of "
                + rehearsed.forecast().replications() + " simulated runs do";
    }

    private static List<String> table(List<String[]> rows, Page page) {
        Grid grid = new Grid("", rows.get(0));
        rows.stream().skip(1).forEach(grid::row);
        List<String> lines = new ArrayList<>(grid.lines(Paint.PLAIN, page.width(), REMARK, 1));
        lines.add("");
        return lines;
    }

    private static String number(Kind kind, double value) {
        if (kind == Kind.GOODPUT) {
            return String.format(Locale.ROOT, "%.1f/s", value);
        }
        return value < 1
                ? String.format(Locale.ROOT, "%.1f ms", value * 1e3)
                : String.format(Locale.ROOT, "%.2f s", value);
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
