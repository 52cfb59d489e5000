package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.story.TimeSpent;
import dev.foreshock.reports.internal.story.TimeSpent.Stretch;
import dev.foreshock.reports.internal.terminal.TimeSpentLine;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Times;
import java.util.Comparator;
import java.util.List;

/** Where the time until a measure took effect went: one bar, whose parts differ by hatch and name as well as by hue. */
final class MinutesChart {
    /** A part looks the same where another is unknown. */
    private static final List<String> PARTS = List.of("detect", "reach", "diagnose", "prepare", "take effect");

    private static final double TOP = 30;
    private static final double BAR = 34;
    private static final double LETTER = 6.8;
    private static final double SWATCH = 22;

    private final Exemplar run;
    private final TimeSpent spent;

    private MinutesChart(Exemplar run, TimeSpent spent) {
        this.run = run;
        this.spent = spent;
    }

    /** Returns the figure; none where nothing took effect. */
    static List<Figure> of(Exemplar run) {
        TimeSpent spent = TimeSpent.of(run);
        return spent == null || spent.totalNanos() <= 0 ? List.of() : List.of(new MinutesChart(run, spent).figure());
    }

    private Figure figure() {
        String line = TimeSpentLine.of(spent);
        Stretch longest = spent.stretches().stream()
                .max(Comparator.comparingLong(Stretch::nanos))
                .orElseThrow();
        String sentence = Character.toUpperCase(line.charAt(0)) + line.substring(1) + ". To " + longest.name()
                + " took longest: " + Amounts.span(longest.nanos() / 1e9) + ", " + share(longest)
                + " of the time from the first impact at " + time(0) + " until a measure had taken effect at "
                + time(spent.totalNanos()) + " of replication " + (run.number() + 1) + ". " + TimeSpent.RULE;
        return new Figure("Where the time went", sentence, draw(sentence), table());
    }

    private String draw(String label) {
        Svg svg = new Svg(TimeAxis.WIDTH, TOP + BAR + 68, label);
        long at = 0;
        double legend = TimeAxis.LEFT;
        svg.text(TimeAxis.LEFT, TOP - 10, "start", Ink.FAINT, time(0) + " first impact");
        svg.text(TimeAxis.RIGHT, TOP - 10, "end", Ink.FAINT, "taken effect " + time(spent.totalNanos()));
        for (int i = 0; i < spent.stretches().size(); i++) {
            Stretch part = spent.stretches().get(i);
            double from = x(at);
            Hatch hatch = new Hatch(Math.max(0, PARTS.indexOf(part.name())));
            at += part.nanos();
            double width = x(at) - from;
            if (part.nanos() > 0) {
                hatch.fill(svg, from, TOP, width, BAR, part.name() + ", " + Amounts.span(part.nanos() / 1e9));
            }
            String name = part.name() + " " + Amounts.span(part.nanos() / 1e9);
            if (name.length() * LETTER + 14 < width) {
                double middle = from + width / 2;
                double half = name.length() * LETTER / 2 + 4;
                svg.rect(middle - half, TOP + 8, 2 * half, BAR - 16, Ink.PLATE, "");
                svg.text(middle, TOP + BAR / 2 + 4, "middle", Ink.TEXT, name);
            }
            hatch.fill(svg, legend, TOP + BAR + 36, SWATCH, 20, "");
            svg.text(legend + SWATCH + 8, TOP + BAR + 43, "start", Ink.TEXT, part.name());
            svg.text(
                    legend + SWATCH + 8,
                    TOP + BAR + 58,
                    "start",
                    Ink.FAINT,
                    Amounts.span(part.nanos() / 1e9) + ", " + share(part));
            legend += (TimeAxis.RIGHT - TimeAxis.LEFT) / spent.stretches().size();
        }
        for (int tick = 0; tick <= 4; tick++) {
            long nanos = spent.totalNanos() / 4 * tick;
            svg.line(x(nanos), TOP + BAR, x(nanos), TOP + BAR + 4, Ink.FRAME)
                    .text(
                            x(nanos),
                            TOP + BAR + 18,
                            tick == 0 ? "start" : tick == 4 ? "end" : "middle",
                            Ink.FAINT,
                            Amounts.span(Math.rint(nanos / 1e9)));
        }
        return svg.line(TimeAxis.LEFT, TOP + BAR, TimeAxis.RIGHT, TOP + BAR, Ink.FRAME)
                .toString();
    }

    private String table() {
        Table table = new Table("Where the time went", "part", "from", "until", "took", "share");
        long at = 0;
        for (Stretch part : spent.stretches()) {
            table.row(
                    escape(part.name()),
                    time(at),
                    time(at + part.nanos()),
                    Amounts.span(part.nanos() / 1e9),
                    share(part));
            at += part.nanos();
        }
        return table.toString();
    }

    private double x(long nanos) {
        return TimeAxis.LEFT + (TimeAxis.RIGHT - TimeAxis.LEFT) * nanos / spent.totalNanos();
    }

    private String share(Stretch part) {
        return Amounts.share((double) part.nanos() / spent.totalNanos());
    }

    /** Returns the clock time so long after the trigger. */
    private String time(long nanos) {
        Long trigger = run.phases().trigger();
        return Times.ofDay(run.clock(), (trigger == null ? 0 : trigger) + nanos);
    }
}
