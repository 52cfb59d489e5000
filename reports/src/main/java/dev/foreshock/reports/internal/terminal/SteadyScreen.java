package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.reports.SteadyReport;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts together what a terminal shows of a steady run. */
public final class SteadyScreen {
    private static final int GAP = 2;

    private SteadyScreen() {}

    /** Returns the text, ended by a line break. */
    public static String of(SteadyReport report, Duration wall) {
        SteadyRun run = report.run();
        StringBuilder screen = new StringBuilder(Markup.printable(report.scenario()) + " · steady run of "
                + span(run.lengthNanos()) + " · seed " + run.seed() + " · " + Amounts.count((double) run.events())
                + " events · " + Amounts.span(wall.toMillis() / 1e3) + "\n\n");
        if (!run.measures().isEmpty()) {
            table(run, screen);
        }
        screen.append(warmUp(run)).append('\n');
        if (!report.notJudged().isEmpty()) {
            screen.append("not judged in a steady run: ")
                    .append(Markup.printable(String.join(", ", report.notJudged())))
                    .append('\n');
        }
        return screen.toString();
    }

    private static void table(SteadyRun run, StringBuilder screen) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"measure", "mean", "95 %", "correlation", ""});
        run.measures().forEach((name, measure) -> {
            Estimate mean = measure.mean();
            rows.add(new String[] {
                Markup.printable(name),
                number(name, mean.value()),
                "± " + number(name, mean.halfWidth()),
                String.format(Locale.ROOT, "%.2f", measure.correlation()),
                measure.isTrusted() ? "trusted" : "not to be trusted"
            });
        });
        int[] widths = new int[rows.get(0).length];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Lines.width(row[i]));
            }
        });
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(Lines.fit(row[i], widths[i] + GAP));
            }
            screen.append(line.toString().stripTrailing()).append('\n');
        }
        screen.append('\n');
    }

    private static String number(String name, double value) {
        if (name.equals("response-time.mean")) {
            return String.format(Locale.ROOT, "%.4g s", value);
        } else if (name.equals("goodput")) {
            return String.format(Locale.ROOT, "%.4g/s", value);
        } else if (name.equals("in-flight")) {
            return String.format(Locale.ROOT, "%.4g", value);
        }
        return String.format(Locale.ROOT, "%.2f %%", value * 100);
    }

    private static String warmUp(SteadyRun run) {
        if (run.warmUp().method() == WarmUp.Method.NOT_FOUND) {
            return "it did not settle in the first half, so there is nothing to measure: it never does, or takes a run of "
                    + span(run.wantedNanos()) + " and more";
        }
        return "warm-up of " + span(run.warmUp().nanos()) + " deleted ("
                + (run.warmUp().method() == WarmUp.Method.GIVEN ? "given" : "MSER-5") + "), " + run.batches()
                + " batches; "
                + (run.isTrusted()
                        ? "the intervals are to be trusted"
                        : "not all intervals are to be trusted: a run of " + span(run.wantedNanos()) + " would do");
    }

    private static String span(long nanos) {
        return Spans.text(Math.round(nanos / 1e9) * 1_000_000_000L);
    }
}
